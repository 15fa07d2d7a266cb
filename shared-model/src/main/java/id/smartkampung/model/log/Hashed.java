package id.smartkampung.model.log;

import java.nio.ByteBuffer;

/** What a hash covers, gathered first: one long update of a digest costs a fraction of many short ones. */
final class Hashed {

    private ByteBuffer bytes;

    Hashed(int expectedLength) {
        bytes = ByteBuffer.allocate(expectedLength);
    }

    /** Adds bytes after their length, so that no two lists of parts run together into the same bytes. */
    Hashed withLength(byte[] part) {
        ensure(Integer.BYTES + part.length);
        bytes.putInt(part.length).put(part);
        return this;
    }

    Hashed with(int number) {
        ensure(Integer.BYTES);
        bytes.putInt(number);
        return this;
    }

    Hashed with(long number) {
        ensure(Long.BYTES);
        bytes.putLong(number);
        return this;
    }

    Hashed with(Hash hash) {
        ensure(Hash.LENGTH);
        hash.writeTo(bytes);
        return this;
    }

    /** SHA-256 of all of it. */
    Hash hash() {
        return Hash.sha256(bytes.flip());
    }

    private void ensure(int more) {
        if (bytes.remaining() < more) {
            int doubled = Math.max(bytes.capacity() * 2, bytes.position() + more);
            bytes = ByteBuffer.allocate(doubled).put(bytes.flip());
        }
    }
}
