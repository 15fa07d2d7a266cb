package id.smartkampung.district.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptBrakeTest {

    private static final String ADDRESS = "10.0.0.7";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T01:30:00Z"));
    private final AttemptBrake brake = new AttemptBrake(clock);

    @Test
    void guessingEndsAfterSomeAttempts() {
        guess();

        assertThat(brake.admits(ADDRESS)).isFalse();
    }

    @Test
    void anotherAddressIsFree() {
        guess();

        assertThat(brake.admits("10.0.0.8")).isTrue();
    }

    @Test
    void itIsFreeAgainAfterAWhile() {
        guess();
        clock.passes(Duration.ofMinutes(11));

        assertThat(brake.admits(ADDRESS)).isTrue();
    }

    @Test
    void whatWasRightDoesNotCount() {
        for (int village = 0; village < 5 * AttemptBrake.ATTEMPTS; village++) {
            assertThat(brake.admits(ADDRESS)).isTrue();
            brake.release(ADDRESS);
        }
    }

    private void guess() {
        for (int attempt = 0; attempt < AttemptBrake.ATTEMPTS; attempt++) {
            assertThat(brake.admits(ADDRESS)).isTrue();
        }
    }
}
