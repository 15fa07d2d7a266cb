package id.smartkampung.model.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What the digests of this room share. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The parts, each after its length, so that no two lists of parts run together into the same bytes. */
    static byte[] withLengths(byte[]... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> 4 + part.length).sum());
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }
}
