package id.smartkampung.district.api;

import id.smartkampung.web.error.RefusedException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** Reads the parameters of a question; what cannot be read is refused by name, not taken for absent. */
public final class Asked {

    private static final int BAD_REQUEST = 400;
    private static final int MOST = 500;

    private Asked() {}

    /** How many rows a page may hold. */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw refused("limit");
        }
        return limit;
    }

    /** Seconds, which are refused where they are more than there may be. */
    public static Duration within(String name, int seconds, Duration most) {
        if (seconds < 0 || seconds > most.toSeconds()) {
            throw refused(name);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Null where nothing was asked. */
    public static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> refused(name));
    }

    /** Null where nothing was asked. */
    public static LocalDate date(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw refused(name);
        }
    }

    private static RefusedException refused(String name) {
        return new RefusedException(BAD_REQUEST, "api.parameter", name);
    }
}
