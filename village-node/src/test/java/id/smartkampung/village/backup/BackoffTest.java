package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-21T19:30:00Z");

    private final Backoff backoff = new Backoff(Duration.ofMinutes(5));

    @Test
    void eachFailureIsFollowedByALongerPauseUpToSixHours() {
        assertThat(backoff.isOver(NOW)).isTrue();

        backoff.failed(NOW);
        assertThat(backoff.isOver(NOW.plusSeconds(299))).isFalse();
        assertThat(backoff.isOver(NOW.plusSeconds(300))).isTrue();

        backoff.failed(NOW);
        assertThat(backoff.isOver(NOW.plusSeconds(300))).isFalse();
        assertThat(backoff.isOver(NOW.plusSeconds(600))).isTrue();

        for (int i = 0; i < 20; i++) {
            backoff.failed(NOW);
        }
        assertThat(backoff.isOver(NOW.plus(Duration.ofHours(6)).minusSeconds(1)))
                .isFalse();
        assertThat(backoff.isOver(NOW.plus(Duration.ofHours(6)))).isTrue();
    }

    @Test
    void aSuccessEndsIt() {
        backoff.failed(NOW);
        backoff.failed(NOW);

        backoff.end();

        assertThat(backoff.isOver(NOW)).isTrue();
        backoff.failed(NOW);
        assertThat(backoff.isOver(NOW.plusSeconds(300))).isTrue();
    }
}
