package id.smartkampung.district.api;

import id.smartkampung.web.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the next page begins: the keys of the last row, unreadable on purpose so that nobody builds on them. */
public record Cursor(List<String> keys) {

    private static final int BAD_REQUEST = 400;
    private static final String SEPARATOR = "\n";

    /**
     * SQL that goes on behind a cursor in the order of villages and ids, of the table {@code %1$s}; {@link #next} are its
     * parameters.
     */
    public static final String NEXT = """
              and (cast(? as text) is null or (%1$s.node, %1$s.id) > (?, cast(? as uuid)))
            order by %1$s.node, %1$s.id limit ?
            """;

    /** After a row in that order. */
    public static Cursor of(PersonRow row) {
        return of(row.node(), row.id());
    }

    /** One row more than the limit tells whether there are more; from the beginning where the cursor is null. */
    public static Object[] next(Cursor after, int limit) {
        String node = after == null ? null : after.key(0);
        return new Object[] {node, node, after == null ? null : after.id(1), limit + 1};
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(Object::toString).toList());
    }

    /** Null where there is none; a cursor that was not given out by us is refused. */
    public static Cursor read(String text, int keys) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.keys().size() == keys) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    public static RefusedException refused() {
        return new RefusedException(BAD_REQUEST, "api.cursor");
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** A key that is an id; a cursor that was not given out by us is refused. */
    public UUID id(int index) {
        try {
            return UUID.fromString(key(index));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** A key that is a number; a cursor that was not given out by us is refused. */
    public long number(int index) {
        try {
            return Long.parseLong(key(index));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    public String text() {
        byte[] plain = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
