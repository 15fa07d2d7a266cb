package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * Until when something had to be reported.
 *
 * @param daysLate how many days after that it was; 0 when it was in time
 */
public record Deadline(LocalDate until, long daysLate) {

    /** Null for what has no deadline. */
    static Deadline of(MutationKind kind, LocalDate happenedOn, LocalDate reportedOn) {
        OptionalInt days = kind.daysToReport();
        if (days.isEmpty()) {
            return null;
        }
        LocalDate until = happenedOn.plusDays(days.getAsInt());
        return new Deadline(until, Math.max(0, ChronoUnit.DAYS.between(until, reportedOn)));
    }

    public boolean isMissed() {
        return daysLate > 0;
    }
}
