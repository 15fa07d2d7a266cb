package id.smartkampung.model.proof;

import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Digests rows of one table: SHA-256(len ‖ {@code kampung-row-v1} ‖ len ‖ table ‖ key ‖ each field as length and bytes,
 * length −1 for nothing). For one thread.
 */
public final class RowHasher {

    private static final byte[] TAG = "kampung-row-v1".getBytes(StandardCharsets.US_ASCII);
    private static final int NOTHING = -1;

    private final CanonicalTable table;
    private final byte[] prefix;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] number = new byte[16];
    private final ByteBuffer numbers = ByteBuffer.wrap(number);

    public RowHasher(CanonicalTable table) {
        this.table = table;
        this.prefix = Sha256.withLengths(TAG, table.table().getBytes(StandardCharsets.UTF_8));
    }

    /** The row as an event states it. */
    public static RowDigest of(VillageEvent event) {
        CanonicalTable table = CanonicalTable.of(event)
                .orElseThrow(() -> new IllegalArgumentException("no row is stated by " + event.getClass()));
        return new RowHasher(table).digest(event);
    }

    /** The row as an event of this table states it. */
    public RowDigest digest(VillageEvent event) {
        UUID id = CanonicalTable.key(event);
        begin(id);
        for (CanonicalField field : table.fields()) {
            field(field.bytes(event));
        }
        return end(id);
    }

    /** Begins a row; its fields follow in the order of the table. */
    public void begin(UUID id) {
        digest.reset();
        digest.update(prefix);
        numbers.putLong(0, id.getMostSignificantBits()).putLong(8, id.getLeastSignificantBits());
        digest.update(number);
    }

    /** Adds the bytes of the next field, null for nothing. */
    public void field(byte[] bytes) {
        if (bytes == null) {
            length(NOTHING);
            return;
        }
        field(bytes, 0, bytes.length);
    }

    /** Adds the next field from where it lies in a larger array. */
    public void field(byte[] bytes, int from, int length) {
        length(length);
        digest.update(bytes, from, length);
    }

    public RowDigest end(UUID id) {
        return new RowDigest(id, Hash.of(digest.digest()));
    }

    private void length(int length) {
        numbers.putInt(0, length);
        digest.update(number, 0, 4);
    }
}
