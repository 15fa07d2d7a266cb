package id.smartkampung.district.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTimesTest {

    private final AnswerTimes times = new AnswerTimes(new SimpleMeterRegistry());

    @Test
    void whatNearlyAllTookIsToldBesideWhatHalfTook() {
        for (int i = 0; i < 97; i++) {
            times.took(Duration.ofMillis(10));
        }
        for (int i = 0; i < 3; i++) {
            times.took(Duration.ofMillis(900));
        }

        AnswerTimes.Speed speed = times.now().orElseThrow();
        assertThat(speed.half()).isBetween(9L, 12L);
        assertThat(speed.nearlyAll()).isBetween(800L, 1000L);
    }

    @Test
    void nothingIsToldBeforeAnybodyAsked() {
        assertThat(times.now()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/webjars/x.js", "/_kampung/kampung.css", "/api/v1/changes/stream", "/langsung"})
    void filesAndWhatWaitsOnPurposeDoNotCount(String path) {
        assertThat(AnswerTimes.counts(path)).isFalse();
        assertThat(AnswerTimes.counts("/api/v1/requests")).isTrue();
        assertThat(AnswerTimes.counts("/")).isTrue();
    }
}
