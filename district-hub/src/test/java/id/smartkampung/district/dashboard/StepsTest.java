package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void dividesIntoRoundSteps() {
        assertThat(Steps.of(List.of(2020L, 9_800L, 24_890L))).isEqualTo(new Steps(0, 5000));
    }

    @Test
    void holdsTheLowestAndTheHighestValue() {
        List<Long> values = List.of(97L, 420L, 311L);

        Steps steps = Steps.of(values);

        assertThat(steps.start()).isLessThanOrEqualTo(97);
        assertThat(steps.start() + 5 * steps.width()).isGreaterThan(420);
    }

    @Test
    void givesOneValueOneColour() {
        Steps steps = Steps.of(List.of(5L, 5L));

        assertThat(steps.colourOf(5)).isEqualTo("q1");
    }

    @Test
    void worksWithoutAnyVillage() {
        assertThat(Steps.of(List.of()).colourOf(0)).isEqualTo("q1");
    }
}
