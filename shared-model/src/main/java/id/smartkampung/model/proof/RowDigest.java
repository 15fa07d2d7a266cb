package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;
import java.util.Comparator;
import java.util.UUID;

/** The key of a row and the digest of its fields. */
public record RowDigest(UUID id, Hash digest) {

    /** By the bytes of the key, as every database orders UUIDs; {@link UUID#compareTo} compares signed numbers. */
    public static final Comparator<UUID> BY_BYTES = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    public int bucket() {
        return Bucket.of(id);
    }
}
