package id.smartkampung.village.backup;

import id.smartkampung.web.time.Wib;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Whether the backup of the last night is still to be made.
 *
 * @param at from when on villages make theirs
 * @param later how much later this village does
 */
record BackupDue(LocalTime at, Duration later) {

    /** A server that is off at night makes it when it is on again. */
    boolean isDue(Instant last, Instant now) {
        Instant today = on(Wib.dateOf(now));
        Instant due = now.isBefore(today) ? on(Wib.dateOf(now).minusDays(1)) : today;
        return last.isBefore(due);
    }

    private Instant on(LocalDate day) {
        return day.atTime(at).atZone(Wib.ZONE).toInstant().plus(later);
    }
}
