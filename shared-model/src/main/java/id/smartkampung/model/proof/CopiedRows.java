package id.smartkampung.model.proof;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Digests rows as PostgreSQL copies them out in its binary format: key first, then the fields of the table. */
public final class CopiedRows {

    /** The steps of a request at the district, where they are a list. */
    public static final String STEPS_OF_DISTRICT = "steps::text";

    /** The same at a village, where each is a row. */
    public static final String STEPS_OF_VILLAGE = """
            (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'at', s.at)), '[]')::text
             from request_step s where s.request_id = t.id)""";

    private static final int SIGNATURE_LENGTH = 11;
    private static final int END = -1;
    private static final int NOTHING = -1;
    private static final int KEY_LENGTH = 16;
    private static final int BUFFER = 64 * 1024;

    private CopiedRows() {}

    /**
     * What to select, in the order in which it is read here.
     *
     * @param steps SQL for the text of the JSON list of a request's steps; the table is called {@code t}
     */
    public static String columns(CanonicalTable table, String steps) {
        return "id, "
                + table.fields().stream()
                        .map(field -> field.isSteps() ? steps : field.column())
                        .collect(Collectors.joining(", "));
    }

    /** @throws IOException when the stream is not such a copy */
    public static List<RowDigest> read(CanonicalTable table, InputStream copy) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(copy, BUFFER));
        in.readNBytes(SIGNATURE_LENGTH);
        in.readInt();
        in.skipNBytes(in.readInt());
        List<CanonicalField> fields = table.fields();
        RowHasher hasher = new RowHasher(table);
        List<RowDigest> rows = new ArrayList<>();
        byte[] value = new byte[1024];
        for (int columns = in.readShort(); columns != END; columns = in.readShort()) {
            if (columns != fields.size() + 1 || in.readInt() != KEY_LENGTH) {
                throw new IOException("a copied row of " + table + " has " + columns + " columns, or no key");
            }
            UUID id = new UUID(in.readLong(), in.readLong());
            hasher.begin(id);
            for (CanonicalField field : fields) {
                int length = in.readInt();
                if (length == NOTHING) {
                    hasher.field(null);
                    continue;
                }
                if (length > value.length) {
                    value = new byte[length * 2];
                }
                in.readFully(value, 0, length);
                if (field.isSteps()) {
                    hasher.field(CanonicalSteps.ofJson(Arrays.copyOf(value, length)));
                } else {
                    hasher.field(value, 0, length);
                }
            }
            rows.add(hasher.end(id));
        }
        // Read to its end, a copy needs no cancelling.
        if (in.read() >= 0) {
            throw new IOException("a copy of " + table + " goes on behind its end");
        }
        return rows;
    }
}
