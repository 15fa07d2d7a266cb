package id.smartkampung.deploy.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoadTest {

    private static final long BEGIN = 7_000_000_000L;

    @Test
    void whatIsSaidArrivesAfterItsTime() {
        Road road = road(new Weather(Duration.ofMillis(400), 1_000_000_000, 0));

        assertThat(road.arrival(0, BEGIN)).isEqualTo(BEGIN + millis(400));
    }

    @Test
    void noMoreGetsThroughThanTheLineCarries() {
        Road road = road(new Weather(Duration.ZERO, 8_000, 0));

        assertThat(road.arrival(800, BEGIN)).isEqualTo(BEGIN + millis(100));
        assertThat(road.arrival(800, BEGIN)).isEqualTo(BEGIN + millis(200));
        assertThat(road.arrival(800, BEGIN + millis(1_000))).isEqualTo(BEGIN + millis(1_100));
    }

    @Test
    void whatIsLostComesARetransmissionLater() {
        Road road = road(new Weather(Duration.ofMillis(400), 1_000_000_000, 1));

        assertThat(road.arrival(0, BEGIN)).isEqualTo(BEGIN + millis(400 + 1_000));
        assertThat(road.lost()).isEqualTo(1);
    }

    private static Road road(Weather weather) {
        return new Road(weather, new SplittableRandom(15), BEGIN);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
