package id.smartkampung.district.api;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.error.RefusedException.Wrong;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the parameters of a question: what cannot be read is not taken for absent but collected, and refused by name, all
 * of it at once.
 */
public final class Asked {

    private static final int BAD_REQUEST = 400;
    private static final int MOST = 500;
    private static final String CURSOR = "cursor";

    /** Kabupaten, kecamatan, desa or kelurahan. */
    private static final Pattern AREA = Pattern.compile("\\d{2}\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?");

    private final List<Wrong> wrong = new ArrayList<>();

    /** How many rows a page may hold. */
    public int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            return refuse("limit", "limit", 1);
        }
        return refuse("limit", "limit", 1);
    }

    /** Seconds, up to as many as there may be. */
    public Duration within(String name, String text, Duration most) {
        try {
            Duration asked = Duration.ofSeconds(Integer.parseInt(text));
            if (!asked.isNegative() && asked.compareTo(most) <= 0) {
                return asked;
            }
        } catch (NumberFormatException e) {
            return refuse(name, "seconds", Duration.ZERO);
        }
        return refuse(name, "seconds", Duration.ZERO);
    }

    /** Code of an area; null where nothing was asked. */
    public String area(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String code = value.strip();
        return AREA.matcher(code).matches() ? code : refuse(name, "area", null);
    }

    /** Each found by its name; names may be given one by one or with commas between. */
    public <E> Set<E> each(String name, List<String> values, Function<String, Optional<E>> find) {
        Set<E> found = new LinkedHashSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            for (String one : value.split(",")) {
                if (!one.isBlank()) {
                    find.apply(one.strip()).ifPresentOrElse(found::add, () -> refuse(name, "constant", null));
                }
            }
        }
        return found;
    }

    /** Null where nothing was asked. */
    public <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> refuse(name, "constant", null));
    }

    /** Null where nothing was asked. */
    public LocalDate date(String name, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return refuse(name, "date", null);
        }
    }

    /** The number of a person, which must be given. */
    public Nik nik(String name, String value) {
        return Nik.isValid(value) ? new Nik(value) : refuse(name, "nik", null);
    }

    /** What must be given and is read so; whatever cannot be read is an {@link IllegalArgumentException} of the reader. */
    public <T> T one(String name, String value, Function<String, T> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            return refuse(name, "constant", null);
        }
    }

    /** A text that people wrote; null where there is none. */
    public String text(String name, String value, boolean needed, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest || text.indexOf('\0') >= 0 || (needed && text.isEmpty())) {
            return refuse(name, "text", null);
        }
        return text.isEmpty() ? null : text;
    }

    /** Null where there is none. */
    public Cursor cursor(String text, int keys) {
        try {
            return Cursor.read(text, keys);
        } catch (RefusedException e) {
            return refuse(CURSOR, CURSOR, null);
        }
    }

    /** Names of the fields that are wanted, of those that there are. */
    public List<String> fields(String text, List<String> known) {
        List<String> names =
                Stream.of(text.split(",")).map(String::strip).distinct().toList();
        return known.containsAll(names) ? names : refuse("fields", "fields", List.of());
    }

    /**
     * To be asked before anything is read.
     *
     * @throws RefusedException when anything of the question could not be read
     */
    public void check() {
        if (wrong.isEmpty()) {
            return;
        }
        boolean onlyCursor = wrong.stream().allMatch(one -> one.parameter().equals(CURSOR));
        throw new RefusedException(BAD_REQUEST, onlyCursor ? "api.cursor" : "api.parameter", wrong);
    }

    private <T> T refuse(String name, String why, T instead) {
        wrong.add(new Wrong(name, "api.parameter." + why));
        return instead;
    }
}
