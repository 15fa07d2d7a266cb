package id.smartkampung.village.change;

import id.smartkampung.web.time.Wib;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * In which month the books by report count what is recorded now. A month stays open for some days after its end, so that
 * what was reported on its last days can still be typed; then it is closed, and what comes later counts when it comes.
 */
final class Booking {

    /** So many days of the next month the books of a month stay open. */
    static final int DAYS_OPEN = 10;

    private Booking() {}

    /**
     * The day it counts on: that of the report, or today where the books of that month are closed. It is never in a month
     * before one in which this person came, went, or had something undone already, so that no one leaves a month twice.
     *
     * @param known what was recorded of the person before, undone or not
     */
    static LocalDate dayOf(LocalDate reportedOn, Instant now, Collection<Mutation> known) {
        LocalDate today = Wib.dateOf(now);
        LocalDate day = isOpen(YearMonth.from(reportedOn), today) ? reportedOn : today;
        return known.stream()
                .filter(other -> other.counted)
                .flatMap(Booking::daysOf)
                .filter(other -> YearMonth.from(other).isAfter(YearMonth.from(day)))
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    private static boolean isOpen(YearMonth month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        boolean justOver = month.equals(now.minusMonths(1)) && today.getDayOfMonth() <= DAYS_OPEN;
        return justOver || !month.isBefore(now);
    }

    private static Stream<LocalDate> daysOf(Mutation mutation) {
        return mutation.isUndone()
                ? Stream.of(mutation.bookedOn, Wib.dateOf(mutation.undoneAt))
                : Stream.of(mutation.bookedOn);
    }
}
