package id.smartkampung.district.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final long MILLI = 1_000_000;

    private final Gathering gathering = new Gathering(Duration.ofMillis(250));

    @Test
    void letsTheFirstChangeThroughAtOnce() {
        gathering.add("a");

        assertThat(gathering.take(0)).containsExactly("a");
    }

    @Test
    void gathersWhatFollowsClosely() {
        gathering.add("a");
        gathering.take(0);
        gathering.add("b");
        gathering.add("c");
        gathering.add("b");

        assertThat(gathering.take(100 * MILLI)).isEmpty();
        assertThat(gathering.waitMillis(100 * MILLI, 10_000)).isEqualTo(150);
        assertThat(gathering.take(250 * MILLI)).containsExactly("b", "c");
    }

    @Test
    void tellsNothingTwice() {
        gathering.add("a");
        gathering.take(0);

        assertThat(gathering.take(1000 * MILLI)).isEmpty();
        assertThat(gathering.waitMillis(1000 * MILLI, 10_000)).isEqualTo(10_000);
    }
}
