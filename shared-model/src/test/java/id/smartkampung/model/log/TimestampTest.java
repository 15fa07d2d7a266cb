package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static final int TIMES = 20_000;
    private static final long HUNDRED_CENTURIES = 315_360_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "2026-11-21T10:42:00.500Z",
                "2026-11-21T10:42:00.000001Z",
                "2026-11-21T10:42:00.123456789Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void aTimeIsWhatTheLibraryMakesOfIt(String text) {
        assertThat(Timestamp.parse(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void everyTimeIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < TIMES; i++) {
            int nanos = random.nextInt(1_000_000_000);
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(-HUNDRED_CENTURIES, HUNDRED_CENTURIES),
                    i % 3 == 0 ? nanos / 1_000 * 1_000 : i % 3 == 1 ? 0 : nanos);

            assertThat(Timestamp.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-21",
                "2026-11-21T10:42Z",
                "2026-11-21T10:42:00",
                "2026-11-21T10:42:00z",
                "2026-11-21t10:42:00Z",
                "2026-11-21T10:42:00.Z",
                "2026-11-21T10:42:00.5Z",
                "2026-11-21T10:42:00.000Z",
                "2026-11-21T10:42:00.500000Z",
                "2026-11-21T10:42:00.1234567890Z",
                "2026-11-21T10:42:00+00:00",
                "2026-11-21T24:00:00Z",
                "2026-11-21T10:60:00Z",
                "2026-11-21T10:42:60Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "٢٠٢٦-11-21T10:42:00Z"
            })
    void whatIsNoTimeOrIsSpelledOtherwiseIsRefused(String text) {
        assertThatThrownBy(() -> Timestamp.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
