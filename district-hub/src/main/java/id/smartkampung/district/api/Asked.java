package id.smartkampung.district.api;

import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.error.RefusedException.Wrong;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the parameters of a question: what cannot be read is not taken for absent but collected, and refused by name, all
 * of it at once.
 */
public final class Asked {

    private static final int BAD_REQUEST = 400;
    private static final int MOST = 500;
    private static final String CURSOR = "cursor";

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
