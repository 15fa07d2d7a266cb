package id.smartkampung.village.value;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Occupation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of fields as text, for forms and for the history, and back; tolerant of how people write. */
public final class FieldText {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");

    private FieldText() {}

    /** The text that is stored in the history and stands in a form; null stays null. */
    public static String of(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Nik nik) {
            return nik.value();
        }
        if (value instanceof NoKk noKk) {
            return noKk.value();
        }
        if (value instanceof Coded coded) {
            return Integer.toString(coded.code());
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        return value.toString();
    }

    /**
     * Reads what somebody typed; blank is null.
     *
     * @throws IllegalArgumentException when it cannot be a value of the type
     */
    public static Object parse(Class<?> type, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("U+0000 is no character of a text");
        }
        String text = LINE_ENDS.matcher(typed.strip()).replaceAll("\n");
        if (type == String.class) {
            return text;
        }
        if (type == Nik.class) {
            return new Nik(SEPARATORS.matcher(text).replaceAll(""));
        }
        if (type == NoKk.class) {
            return new NoKk(SEPARATORS.matcher(text).replaceAll(""));
        }
        if (type == LocalDate.class) {
            return date(text);
        }
        if (type == Double.class) {
            return number(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        return coded(type, text);
    }

    /** All entries of an official code list; empty when the type is none. */
    public static List<? extends Coded> entries(Class<?> type) {
        if (type == Occupation.class) {
            return Occupation.all();
        }
        if (!Coded.class.isAssignableFrom(type)) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants()).map(Coded.class::cast).toList();
    }

    private static Coded coded(Class<?> type, String text) {
        int code = Integer.parseInt(text);
        return entries(type).stream()
                .filter(entry -> entry.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no code " + code));
    }

    private static Double number(String text) {
        double number = Double.parseDouble(text.replace(',', '.'));
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number");
        }
        return number;
    }

    private static LocalDate date(String text) {
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            }
            for (Pattern dayFirst : List.of(DAY_FIRST, EIGHT_DIGITS)) {
                Matcher matcher = dayFirst.matcher(text);
                if (matcher.matches()) {
                    return date(matcher.group(3), matcher.group(2), matcher.group(1));
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day", e);
        }
        throw new IllegalArgumentException("not a date");
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
