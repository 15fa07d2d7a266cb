package id.smartkampung.model.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * One event of a log as it travels: CloudEvents 1.0 in binary mode, chained to the event before it.
 *
 * <p>What is hashed are the attributes as sent and the data bytes as sent; nothing is written anew to verify it.
 *
 * @param node whose log this is
 * @param position where in the log
 * @param id UUID version 7, the same on every re-send
 * @param type name on the wire, such as {@code resident-recorded.v1}
 * @param subject what it is about, such as {@code resident/<id>}
 * @param time when it was numbered by the clock of the sender, in microseconds; never compared with another clock
 * @param prevHash hash of the event before, {@link Hash#ZERO} for the first
 * @param dataHash SHA-256 of salt and data
 * @param salt 16 random bytes, so that data can be erased later without revealing it or breaking the chain
 * @param data the event as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as sent are the point; equals compares them by value
public record Envelope(
        NodeId node,
        LogPosition position,
        UUID id,
        String type,
        String subject,
        Instant time,
        Hash prevHash,
        Hash dataHash,
        byte[] salt,
        byte[] data) {

    public static final String SPEC_VERSION = "1.0";
    public static final int SALT_LENGTH = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Says which construction a hash belongs to, so that no hash can be passed off as another. */
    private static final byte[] CHAIN_TAG = "kampung-log-event-v1".getBytes(StandardCharsets.US_ASCII);

    /** Makes the next event after a head; the clock is cut to microseconds, as the database keeps them. */
    public static Envelope next(LogHead head, String type, String subject, Instant now, byte[] data) {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return new Envelope(
                head.node(),
                head.position().next(),
                UuidV7.at(time),
                type,
                subject,
                time,
                head.hash(),
                Hash.sha256(salt, data),
                salt,
                data);
    }

    public String source() {
        return "urn:kampung:node:" + node.value();
    }

    /** Whether the data is the one that the header promises; after an erasure there is no data to hold against it. */
    public boolean dataIsIntact() {
        return Hash.sha256(salt, data).equals(dataHash);
    }

    /** SHA-256 over the attributes in the order of the specification, each prefixed with its length. */
    public Hash headerHash() {
        ByteArrayOutputStream attributes = new ByteArrayOutputStream(512);
        for (String attribute : Attributes.hashed(this)) {
            byte[] bytes = attribute.getBytes(StandardCharsets.UTF_8);
            attributes.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            attributes.writeBytes(bytes);
        }
        return Hash.sha256(attributes.toByteArray());
    }

    /** The hash of this event in its chain; covers all events before it. */
    public Hash hash() {
        byte[] nodeBytes = node.value().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Hash.newDigest();
        digest.update(ByteBuffer.allocate(4).putInt(CHAIN_TAG.length).array());
        digest.update(CHAIN_TAG);
        digest.update(ByteBuffer.allocate(4).putInt(nodeBytes.length).array());
        digest.update(nodeBytes);
        digest.update(ByteBuffer.allocate(12)
                .putInt(position.epoch())
                .putLong(position.sequence())
                .array());
        prevHash.update(digest);
        headerHash().update(digest);
        dataHash.update(digest);
        return Hash.finish(digest);
    }

    /** The head of the log after this event. */
    public LogHead head() {
        return new LogHead(node, position, hash());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope envelope
                && hash().equals(envelope.hash())
                && Arrays.equals(salt, envelope.salt)
                && Arrays.equals(data, envelope.data);
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    /** Position and type only: the data is about persons. */
    @Override
    public String toString() {
        return node + " " + position + " " + type;
    }
}
