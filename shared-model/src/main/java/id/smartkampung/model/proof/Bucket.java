package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/**
 * One of the 256 parts of a table: how many rows it has, and one digest over all of them.
 *
 * <p>The digest is SHA-256(len ‖ {@code kampung-bucket-v1} ‖ key and digest of each row in the order of the keys): a
 * chain of all rows and not a sum of them, so that two changes cannot cancel each other out.
 */
public record Bucket(int count, Hash digest) {

    public static final int NUMBER = 256;

    private static final byte[] PREFIX = Sha256.withLengths("kampung-bucket-v1".getBytes(StandardCharsets.US_ASCII));

    static final Bucket EMPTY = of(List.of());

    /** The part that a row belongs to: the first byte of SHA-256 of its key. */
    public static int of(UUID id) {
        return Byte.toUnsignedInt(Sha256.digest().digest(CanonicalField.uuid(id))[0]);
    }

    /** Its rows must come in the order of their keys, each once. */
    static Bucket of(List<RowDigest> rows) {
        MessageDigest digest = Sha256.digest();
        digest.update(PREFIX);
        UUID before = null;
        for (RowDigest row : rows) {
            if (before != null && RowDigest.BY_BYTES.compare(before, row.id()) >= 0) {
                throw new IllegalArgumentException("row " + row.id() + " comes twice or out of its order");
            }
            digest.update(CanonicalField.uuid(row.id()));
            digest.update(row.digest().bytes());
            before = row.id();
        }
        return new Bucket(rows.size(), Hash.of(digest.digest()));
    }
}
