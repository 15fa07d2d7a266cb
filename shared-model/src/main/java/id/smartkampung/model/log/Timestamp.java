package id.smartkampung.model.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Time as it is written in an event: UTC in the one spelling of {@link Instant#toString} (ISO 8601, RFC 3339). */
final class Timestamp {

    private static final int SECONDS_END = 19;
    private static final int NANOS_DIGITS = 9;
    private static final String SHAPE = "0000-00-00T00:00:00";

    private Timestamp() {}

    /**
     * Reads a time; a hub reads a million of these when villages come back, so the usual form is read digit by digit.
     *
     * @throws DateTimeException when it is no time, or is spelled otherwise than we would
     */
    static Instant parse(String text) {
        if (isUsual(text)) {
            return usual(text);
        }
        Instant time = Instant.parse(text);
        if (!time.toString().equals(text)) {
            throw new DateTimeException("not in its one spelling");
        }
        return time;
    }

    /** A year of four digits, and of the fraction as many groups of three as are needed. */
    private static boolean isUsual(String text) {
        int length = text.length();
        if (length < SECONDS_END + 1 || text.charAt(length - 1) != 'Z' || !hasShape(text)) {
            return false;
        }
        if (length == SECONDS_END + 1) {
            return true;
        }
        int digits = length - SECONDS_END - 2;
        if (text.charAt(SECONDS_END) != '.' || digits > NANOS_DIGITS || digits % 3 != 0 || digits == 0) {
            return false;
        }
        for (int i = SECONDS_END + 1; i < length - 1; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.startsWith("000", length - 4);
    }

    private static boolean hasShape(String text) {
        for (int i = 0; i < SECONDS_END; i++) {
            char shape = SHAPE.charAt(i);
            if (shape == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != shape) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int nanos = 0;
        for (int i = 0; i < NANOS_DIGITS; i++) {
            int place = SECONDS_END + 1 + i;
            nanos = nanos * 10 + (place < text.length() - 1 ? text.charAt(place) - '0' : 0);
        }
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
