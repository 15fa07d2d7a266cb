package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The digests of one table: 256 buckets under one root. Immutable.
 *
 * <p>The root is SHA-256(len ‖ {@code kampung-table-v1} ‖ len ‖ table ‖ count (4 bytes) and digest of each bucket).
 */
public final class DigestTree {

    /** Of rows, fields, buckets and roots together; named by each checkpoint. */
    public static final int VERSION = 1;

    private static final byte[] TAG = "kampung-table-v1".getBytes(StandardCharsets.US_ASCII);
    private static final int BUCKET_BYTES = 4 + Hash.LENGTH;

    /** So much of the digest of a bucket is sent to find the buckets that differ; the root alone proves. */
    private static final int SHORT_BYTES = 8;

    private final CanonicalTable table;
    private final List<Bucket> buckets;

    private DigestTree(CanonicalTable table, List<Bucket> buckets) {
        this.table = table;
        this.buckets = List.copyOf(buckets);
    }

    public static DigestTree empty(CanonicalTable table) {
        return new DigestTree(table, Collections.nCopies(Bucket.NUMBER, Bucket.EMPTY));
    }

    /** The tree of all rows of a table, in the order of their keys. */
    public static DigestTree of(CanonicalTable table, Collection<RowDigest> rows) {
        return empty(table).with(DirtyBuckets.all(), rows);
    }

    /** The tree after some buckets were read anew: their rows, and no others, in the order of their keys. */
    public DigestTree with(BitSet replaced, Collection<RowDigest> rows) {
        List<List<RowDigest>> sorted = new ArrayList<>(Collections.nCopies(Bucket.NUMBER, List.of()));
        replaced.stream().forEach(bucket -> sorted.set(bucket, new ArrayList<>()));
        for (RowDigest row : rows) {
            int bucket = row.bucket();
            if (!replaced.get(bucket)) {
                throw new IllegalArgumentException("row " + row.id() + " lies in bucket " + bucket + ", not asked for");
            }
            sorted.get(bucket).add(row);
        }
        List<Bucket> after = new ArrayList<>(buckets);
        replaced.stream().forEach(bucket -> after.set(bucket, Bucket.of(sorted.get(bucket))));
        return new DigestTree(table, after);
    }

    public CanonicalTable table() {
        return table;
    }

    public int count() {
        return buckets.stream().mapToInt(Bucket::count).sum();
    }

    public Hash root() {
        MessageDigest digest = Sha256.digest();
        digest.update(Sha256.withLengths(TAG, table.table().getBytes(StandardCharsets.UTF_8)));
        digest.update(bytes());
        return Hash.of(digest.digest());
    }

    /** What a checkpoint says of this table. */
    public TableProof proof() {
        return new TableProof(table.table(), count(), root());
    }

    /** Count and digest of each bucket, as they are kept. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Bucket.NUMBER * BUCKET_BYTES);
        for (Bucket bucket : buckets) {
            bytes.putInt(bucket.count()).put(bucket.digest().bytes());
        }
        return bytes.array();
    }

    public static DigestTree ofBytes(CanonicalTable table, byte[] bytes) {
        if (bytes.length != Bucket.NUMBER * BUCKET_BYTES) {
            throw new IllegalArgumentException("no digests of buckets have " + bytes.length + " bytes");
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        List<Bucket> buckets = new ArrayList<>(Bucket.NUMBER);
        for (int i = 0; i < Bucket.NUMBER; i++) {
            int count = read.getInt();
            byte[] digest = new byte[Hash.LENGTH];
            read.get(digest);
            buckets.add(new Bucket(count, Hash.of(digest)));
        }
        return new DigestTree(table, buckets);
    }

    /** The beginning of each bucket's digest, as it travels to find out which differ. */
    public byte[] shortBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Bucket.NUMBER * SHORT_BYTES);
        for (Bucket bucket : buckets) {
            bytes.put(bucket.digest().bytes(), 0, SHORT_BYTES);
        }
        return bytes.array();
    }

    /** The buckets whose digests do not begin as the other side says. */
    public BitSet differing(byte[] shortBytes) {
        if (shortBytes.length != Bucket.NUMBER * SHORT_BYTES) {
            throw new IllegalArgumentException("no digests of buckets have " + shortBytes.length + " bytes");
        }
        byte[] own = shortBytes();
        BitSet differing = new BitSet();
        for (int i = 0; i < Bucket.NUMBER; i++) {
            int from = i * SHORT_BYTES;
            differing.set(i, !Arrays.equals(own, from, from + SHORT_BYTES, shortBytes, from, from + SHORT_BYTES));
        }
        return differing;
    }

    /** The buckets in which two trees of a table are not the same. */
    public BitSet differing(DigestTree other) {
        BitSet differing = new BitSet();
        for (int i = 0; i < Bucket.NUMBER; i++) {
            differing.set(i, !buckets.get(i).equals(other.buckets.get(i)));
        }
        return differing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DigestTree tree && table == tree.table && buckets.equals(tree.buckets);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + buckets.hashCode();
    }

    @Override
    public String toString() {
        return table + ", " + count() + " rows, root " + root();
    }
}
