package id.smartkampung.deploy.chance;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The numbers a village is made from: xoshiro256** seeded through SplitMix64, integers only, so that the same seed gives
 * the same numbers on any machine and in any language.
 */
public final class Random64 {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    Random64(long seed) {
        long state = seed;
        s0 = mixed(state += 0x9E3779B97F4A7C15L);
        s1 = mixed(state += 0x9E3779B97F4A7C15L);
        s2 = mixed(state += 0x9E3779B97F4A7C15L);
        s3 = mixed(state + 0x9E3779B97F4A7C15L);
    }

    /**
     * A stream of its own for one village and one purpose, so that a change in one step of the making leaves the other
     * steps as they were: the first eight bytes of SHA-256(seed ‖ ten digits ‖ purpose).
     */
    public static Random64 of(long seed, KodeWilayah desa, String purpose) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            sha256.update(desa.digits().getBytes(StandardCharsets.US_ASCII));
            sha256.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return new Random64(ByteBuffer.wrap(sha256.digest()).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public long nextLong() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** A number from 0 to one less than the bound. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A number from the least to the greatest, both included. */
    public int between(int least, int greatest) {
        return least + nextInt(greatest - least + 1);
    }

    /** True in so many of a million cases. */
    public boolean perMillion(int cases) {
        return nextInt(1_000_000) < cases;
    }

    /** About normal with mean 0 and deviation 1: the sum of twelve uniform numbers, in thousandths. */
    public int nearlyNormalThousandths() {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += nextInt(1000);
        }
        return sum - 6000;
    }

    public <T> T oneOf(List<T> things) {
        return things.get(nextInt(things.size()));
    }

    public <T> void shuffle(List<T> things) {
        for (int i = things.size() - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            T swapped = things.get(i);
            things.set(i, things.get(j));
            things.set(j, swapped);
        }
    }

    /** An id of version 8 (RFC 9562): made by our own rule, here from this stream. */
    public UUID nextUuid() {
        long high = (nextLong() & ~0xF000L) | 0x8000L;
        long low = (nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** An id that begins with its time, as programs of villages give them (RFC 9562, version 7), from this stream. */
    public UUID nextUuid(Instant time) {
        long high = time.toEpochMilli() << 16 | 0x7000L | nextInt(0x1000);
        long low = (nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
