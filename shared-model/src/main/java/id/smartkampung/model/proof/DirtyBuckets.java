package id.smartkampung.model.proof;

import java.util.BitSet;

/** The buckets of a table that are to be read anew, as the databases keep them: 256 bits, the first on the left. */
public final class DirtyBuckets {

    private DirtyBuckets() {}

    public static String bits(BitSet buckets) {
        StringBuilder bits = new StringBuilder(Bucket.NUMBER);
        for (int i = 0; i < Bucket.NUMBER; i++) {
            bits.append(buckets.get(i) ? '1' : '0');
        }
        return bits.toString();
    }

    public static BitSet ofBits(String bits) {
        BitSet buckets = new BitSet(Bucket.NUMBER);
        for (int i = 0; i < bits.length(); i++) {
            buckets.set(i, bits.charAt(i) == '1');
        }
        return buckets;
    }

    public static BitSet all() {
        BitSet all = new BitSet(Bucket.NUMBER);
        all.set(0, Bucket.NUMBER);
        return all;
    }
}
