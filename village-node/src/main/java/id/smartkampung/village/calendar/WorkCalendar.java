package id.smartkampung.village.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When an office works: the hours of each weekday, less its holidays; counts working time and working days. */
public final class WorkCalendar {

    /** Nobody plans further ahead, and no request is older. */
    private static final int DAYS_LOOKED_AT = 20 * 366;

    private final ZoneId zone;
    private final Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
    private final Set<LocalDate> holidays;

    /** A stretch of work in time. */
    private record Stretch(Instant begin, Instant end) {

        /** How much of it lies between the two. */
        Duration between(Instant from, Instant to) {
            Instant first = begin.isAfter(from) ? begin : from;
            Instant last = end.isBefore(to) ? end : to;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    /** @param week the days on which it is open; it is closed on the others */
    public WorkCalendar(ZoneId zone, Map<DayOfWeek, OpeningHours> week, Set<LocalDate> holidays) {
        this.zone = zone;
        this.week.putAll(week);
        this.holidays = Set.copyOf(holidays);
    }

    public boolean isWorkday(LocalDate day) {
        return week.containsKey(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** Days of work behind the first day, up to and with the last; those behind some twenty years are not counted. */
    public long workdays(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            return 0;
        }
        long days = Math.min(ChronoUnit.DAYS.between(first, last), DAYS_LOOKED_AT);
        return first.plusDays(1)
                .datesUntil(first.plusDays(days + 1))
                .filter(this::isWorkday)
                .count();
    }

    /** Working time from one moment to another; zero when the second is not behind the first. */
    public Duration worked(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                sum = sum.plus(stretch.between(from, to));
            }
        }
        return sum;
    }

    /** The first moment by which this much has been worked since; empty where the office does not open that long. */
    public Optional<Instant> after(Instant from, Duration work) {
        if (work.isZero()) {
            return Optional.of(from);
        }
        Duration rest = work;
        LocalDate first = LocalDate.ofInstant(from, zone);
        for (int days = 0; days < DAYS_LOOKED_AT; days++) {
            for (Stretch stretch : stretches(first.plusDays(days))) {
                Duration here = stretch.between(from, stretch.end());
                if (rest.compareTo(here) <= 0) {
                    return Optional.of(stretch.end().minus(here).plus(rest));
                }
                rest = rest.minus(here);
            }
        }
        return Optional.empty();
    }

    private List<Stretch> stretches(LocalDate day) {
        return isWorkday(day)
                ? week.get(day.getDayOfWeek()).spans().stream()
                        .map(span -> new Stretch(
                                day.atTime(span.begin()).atZone(zone).toInstant(),
                                day.atTime(span.end()).atZone(zone).toInstant()))
                        .toList()
                : List.of();
    }
}
