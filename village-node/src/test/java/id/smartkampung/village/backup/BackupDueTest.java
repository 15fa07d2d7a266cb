package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class BackupDueTest {

    /** 02.00 WIB and 30 minutes later: 19.30 UTC of the day before. */
    private final BackupDue due = new BackupDue(LocalTime.of(2, 0), Duration.ofMinutes(30));

    @Test
    void oneIsMadeEachNight() {
        Instant last = Instant.parse("2026-11-20T19:31:00Z");

        assertThat(due.isDue(last, Instant.parse("2026-11-21T19:29:00Z"))).isFalse();
        assertThat(due.isDue(last, Instant.parse("2026-11-21T19:30:00Z"))).isTrue();
    }

    @Test
    void aServerThatWasOffAtNightMakesItInTheMorning() {
        Instant last = Instant.parse("2026-11-19T19:31:00Z");

        assertThat(due.isDue(last, Instant.parse("2026-11-21T01:00:00Z"))).isTrue();
    }

    @Test
    void oneThatWasMadeByHandCountsForTheNightBeforeIt() {
        assertThat(due.isDue(Instant.parse("2026-11-21T05:00:00Z"), Instant.parse("2026-11-21T18:00:00Z")))
                .isFalse();
    }

    @Test
    void aNewServerMakesItsFirstAtOnce() {
        assertThat(due.isDue(Instant.MIN, Instant.parse("2026-11-21T05:00:00Z")))
                .isTrue();
    }
}
