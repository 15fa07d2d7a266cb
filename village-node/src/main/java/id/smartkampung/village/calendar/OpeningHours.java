package id.smartkampung.village.calendar;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The hours of an office on one day, by the clock on its wall.
 *
 * @param breakFrom begin of the break; null, as its end, for a day without one
 */
public record OpeningHours(LocalTime opens, LocalTime closes, LocalTime breakFrom, LocalTime breakUntil) {

    /** A stretch of work within a day. */
    record Span(LocalTime begin, LocalTime end) {}

    public OpeningHours {
        boolean whole = (breakFrom == null) == (breakUntil == null);
        List<LocalTime> times = Stream.of(opens, breakFrom, breakUntil, closes)
                .filter(Objects::nonNull)
                .toList();
        if (!whole || !isSorted(times)) {
            throw new IllegalArgumentException(
                    "hours of a day: open, perhaps break and back, closed, one after another");
        }
    }

    private static boolean isSorted(List<LocalTime> times) {
        for (int i = 1; i < times.size(); i++) {
            if (!times.get(i - 1).isBefore(times.get(i))) {
                return false;
            }
        }
        return true;
    }

    List<Span> spans() {
        return breakFrom == null
                ? List.of(new Span(opens, closes))
                : List.of(new Span(opens, breakFrom), new Span(breakUntil, closes));
    }
}
