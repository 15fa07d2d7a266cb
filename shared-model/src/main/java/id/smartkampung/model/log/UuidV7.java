package id.smartkampung.model.log;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDs that begin with their time, so that they lie in order in an index (RFC 9562, version 7). */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    public static UUID at(Instant time) {
        long random = RANDOM.nextLong();
        long high = (time.toEpochMilli() << 16) | 0x7000L | (random & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
