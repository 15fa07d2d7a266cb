package id.smartkampung.district.feed;

import id.smartkampung.model.log.LogPosition;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a follower of the feed stands in each village. As text it is short (names share their beginnings), and signed,
 * so that one that we did not give out is told from one that we did.
 */
public record FeedCursor(Instant madeAt, SortedMap<String, Place> places) {

    private static final byte VERSION = 1;
    private static final int SEAL = 16;
    private static final int SEVEN = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int LONGEST = 64;

    static FeedCursor start(Instant madeAt) {
        return new FeedCursor(madeAt, new TreeMap<>());
    }

    Place place(String node) {
        return places.getOrDefault(node, Place.START);
    }

    /** As text for the outside, which is longer by a few characters for each village. */
    public String text(byte[] secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        number(bytes, madeAt.getEpochSecond());
        number(bytes, places.size());
        byte[] before = new byte[0];
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
            int shared = Math.max(0, Arrays.mismatch(before, name));
            number(bytes, shared);
            number(bytes, name.length - shared);
            bytes.write(name, shared, name.length - shared);
            number(bytes, entry.getValue().position().epoch());
            number(bytes, entry.getValue().position().sequence());
            number(bytes, entry.getValue().late());
            before = name;
        }
        byte[] plain = bytes.toByteArray();
        bytes.writeBytes(seal(plain, secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Empty for what this district has not given out. */
    static Optional<FeedCursor> read(String text, byte[] secret) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= SEAL) {
            return Optional.empty();
        }
        byte[] plain = Arrays.copyOf(bytes, bytes.length - SEAL);
        byte[] seal = Arrays.copyOfRange(bytes, plain.length, bytes.length);
        if (!MessageDigest.isEqual(seal, seal(plain, secret)) || plain[0] != VERSION) {
            return Optional.empty();
        }
        return parse(ByteBuffer.wrap(plain, 1, plain.length - 1));
    }

    private static Optional<FeedCursor> parse(ByteBuffer bytes) {
        try {
            Instant madeAt = Instant.ofEpochSecond(number(bytes));
            int villages = Math.toIntExact(number(bytes));
            SortedMap<String, Place> places = new TreeMap<>();
            byte[] before = new byte[0];
            for (int i = 0; i < villages; i++) {
                int shared = Math.toIntExact(number(bytes));
                int own = Math.toIntExact(number(bytes));
                if (own > LONGEST) {
                    return Optional.empty();
                }
                byte[] name = Arrays.copyOf(before, shared + own);
                bytes.get(name, shared, own);
                LogPosition position = new LogPosition(Math.toIntExact(number(bytes)), number(bytes));
                places.put(new String(name, StandardCharsets.US_ASCII), new Place(position, number(bytes)));
                before = name;
            }
            return Optional.of(new FeedCursor(madeAt, places));
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Seven bits a byte, the lowest first, as in Protocol Buffers. */
    private static void number(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while ((rest & ~SEVEN) != 0) {
            bytes.write((int) (rest & SEVEN) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    private static long number(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes.get();
            value |= (long) (next & SEVEN) << shift;
            shift += BITS;
        } while ((next & MORE) != 0 && shift < Long.SIZE);
        return value;
    }

    /** The first half of an HMAC-SHA-256 (RFC 2104). */
    private static byte[] seal(byte[] plain, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(plain), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
