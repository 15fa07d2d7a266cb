package id.smartkampung.deploy.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a village office is open: weekdays without the holidays of the years that the recipe is about. */
final class OfficeDays {

    /** <i>Waktu Indonesia Barat</i>. */
    static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    /** Opens and closes at these seconds of the day: 07.30 and 15.30. */
    static final int OPENS = (7 * 60 + 30) * 60;

    static final int CLOSES = (15 * 60 + 30) * 60;

    /** First days of Lebaran (1 Syawal) of 1446 and 1447 H. */
    private static final Set<LocalDate> LEBARAN = days("2025-03-31", "2026-03-21");

    /** Holidays and common days off on weekdays, by the joint decrees (<i>SKB tiga menteri</i>) for 2024, 2025 and 2026. */
    private static final Set<LocalDate> HOLIDAYS = days(
            "2024-09-16",
            "2024-12-25",
            "2024-12-26",
            "2025-01-01",
            "2025-01-27",
            "2025-01-28",
            "2025-01-29",
            "2025-03-28",
            "2025-03-31",
            "2025-04-01",
            "2025-04-02",
            "2025-04-03",
            "2025-04-04",
            "2025-04-07",
            "2025-04-18",
            "2025-05-01",
            "2025-05-12",
            "2025-05-13",
            "2025-05-29",
            "2025-05-30",
            "2025-06-06",
            "2025-06-09",
            "2025-06-27",
            "2025-08-18",
            "2025-09-05",
            "2025-12-25",
            "2025-12-26",
            "2026-01-01",
            "2026-01-16",
            "2026-02-16",
            "2026-02-17",
            "2026-03-18",
            "2026-03-19",
            "2026-03-20",
            "2026-03-23",
            "2026-03-24",
            "2026-04-03",
            "2026-05-01",
            "2026-05-14",
            "2026-05-15",
            "2026-05-27",
            "2026-05-28",
            "2026-06-01",
            "2026-06-16");

    private static final int WEEKS_AFTER_LEBARAN = 2;

    private OfficeDays() {}

    static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    static LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    static LocalDate before(LocalDate day) {
        LocalDate open = day.minusDays(1);
        while (!isOpen(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /** Whether a day lies in the two weeks after the office opens again after Lebaran. */
    static boolean isAfterLebaran(LocalDate day) {
        return LEBARAN.stream()
                .map(OfficeDays::opensAgain)
                .anyMatch(opened -> !day.isBefore(opened) && day.isBefore(opened.plusWeeks(WEEKS_AFTER_LEBARAN)));
    }

    private static LocalDate opensAgain(LocalDate lebaran) {
        return onOrAfter(lebaran.plusDays(1));
    }

    static Instant at(LocalDate day, int secondOfDay) {
        return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).toInstant(WIB);
    }

    static LocalDate dayOf(Instant at) {
        return at.atOffset(WIB).toLocalDate();
    }

    /** So many seconds of open office later: what is not done when the office closes goes on when it opens again. */
    static Instant later(Instant from, long seconds) {
        LocalDate day = dayOf(from);
        int second = from.atOffset(WIB).toLocalTime().toSecondOfDay();
        if (!isOpen(day) || second >= CLOSES) {
            day = onOrAfter(day.plusDays(1));
            second = OPENS;
        }
        long left = seconds;
        long at = Math.max(second, OPENS);
        while (at + left >= CLOSES) {
            left -= CLOSES - at;
            day = onOrAfter(day.plusDays(1));
            at = OPENS;
        }
        return at(day, (int) (at + left));
    }

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }
}
