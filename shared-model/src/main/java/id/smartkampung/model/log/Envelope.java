package id.smartkampung.model.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One event of a log as it travels: CloudEvents 1.0 in binary mode, chained to the event before it.
 *
 * <p>What is hashed are the attributes as sent and the data bytes as sent; nothing is written anew to verify it.
 *
 * <p>An event about a person who was erased has neither data nor salt: the hash of its header takes their place, so that
 * its hash is what it was and nobody can hold a guess against it. Of such an event node, position and hashes are proven,
 * as the chain covers them; id, type, subject and time are only said.
 *
 * <p>Immutable; attributes and hash are worked out once, since both sides of the log ask for them again and again.
 */
public final class Envelope {

    public static final String SPEC_VERSION = "1.0";
    public static final int SALT_LENGTH = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Says which construction a hash belongs to, so that no hash can be passed off as another. */
    private static final byte[] CHAIN_TAG = "kampung-log-event-v1".getBytes(StandardCharsets.US_ASCII);

    /** Bytes that the attributes of nearly every event fit in. */
    private static final int HEADER_LENGTH = 640;

    private static final int CHAIN_LENGTH = 256;

    private static final byte[] NOTHING = {};

    private final NodeId node;
    private final LogPosition position;
    private final UUID id;
    private final String type;
    private final String subject;
    private final Instant time;
    private final Hash prevHash;
    private final Hash dataHash;
    private final byte[] salt;
    private final byte[] data;

    /** Of an erased event, whose salt is gone; null for any other. */
    private final Hash givenHeaderHash;

    private List<String> attributes;
    private Hash hash;

    public Envelope(
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
        this(node, position, id, type, subject, time, prevHash, dataHash, salt, data, null);
    }

    private Envelope(
            NodeId node,
            LogPosition position,
            UUID id,
            String type,
            String subject,
            Instant time,
            Hash prevHash,
            Hash dataHash,
            byte[] salt,
            byte[] data,
            Hash givenHeaderHash) {
        this.node = node;
        this.position = position;
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.time = time;
        this.prevHash = prevHash;
        this.dataHash = dataHash;
        this.salt = salt;
        this.data = data;
        this.givenHeaderHash = givenHeaderHash;
    }

    /** An event as it is kept and sent after an erasure. */
    public static Envelope erased(
            NodeId node,
            LogPosition position,
            UUID id,
            String type,
            String subject,
            Instant time,
            Hash prevHash,
            Hash dataHash,
            Hash headerHash) {
        Objects.requireNonNull(headerHash, "headerHash");
        return new Envelope(node, position, id, type, subject, time, prevHash, dataHash, NOTHING, NOTHING, headerHash);
    }

    /** Makes the next event after a head; the clock is cut to microseconds, as the database keeps them. */
    public static Envelope next(LogHead head, String type, String subject, Instant now, byte[] data) {
        byte[] salt = newSalt();
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

    /** The same event as the next one after another head: its log was restored and goes on in a newer epoch. */
    public Envelope renumbered(LogHead before) {
        LogPosition next = before.position().next();
        if (isErased()) {
            // Another header has another hash: it is worked out over a salt that is forgotten at once, as the first
            // was.
            return new Envelope(node, next, id, type, subject, time, before.hash(), dataHash, newSalt(), NOTHING)
                    .erased();
        }
        return new Envelope(node, next, id, type, subject, time, before.hash(), dataHash, salt, data);
    }

    /** The same event without data and salt: its place in the chain holds, and what it said cannot be found by guessing. */
    public Envelope erased() {
        return isErased() ? this : erased(node, position, id, type, subject, time, prevHash, dataHash, headerHash());
    }

    private static byte[] newSalt() {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Whose log this is. */
    public NodeId node() {
        return node;
    }

    /** Where in the log. */
    public LogPosition position() {
        return position;
    }

    /** UUID version 7, the same on every re-send. */
    public UUID id() {
        return id;
    }

    /** Name on the wire, such as {@code resident-recorded.v1}. */
    public String type() {
        return type;
    }

    /** What it is about, such as {@code resident/<id>}. */
    public String subject() {
        return subject;
    }

    /** When it was numbered by the clock of the sender, in microseconds; never compared with another clock. */
    public Instant time() {
        return time;
    }

    /** Hash of the event before, {@link Hash#ZERO} for the first. */
    public Hash prevHash() {
        return prevHash;
    }

    /** SHA-256 of salt and data. */
    public Hash dataHash() {
        return dataHash;
    }

    /**
     * 16 random bytes, so that data can be erased later without revealing it or breaking the chain; none after that. Not
     * to be changed.
     */
    public byte[] salt() {
        return salt;
    }

    /** The event as JSON; not to be changed. */
    public byte[] data() {
        return data;
    }

    public String source() {
        return "urn:kampung:node:" + node.value();
    }

    /** Whether the data is the one that the header promises; after an erasure there is no data to hold against it. */
    public boolean dataIsIntact() {
        return Hash.sha256(salt, data).equals(dataHash);
    }

    /** Whether its data was emptied after its time: its place in the chain holds, and a snapshot brings what is now. */
    public boolean isSkeleton() {
        return data.length == 0;
    }

    /** Whether the person whom it was about was erased: neither data nor salt are kept, and nothing is to be asked for. */
    public boolean isErased() {
        return givenHeaderHash != null;
    }

    /** SHA-256 over the attributes in the order of the specification, each prefixed with its length. */
    public Hash headerHash() {
        if (isErased()) {
            return givenHeaderHash;
        }
        Hashed hashed = new Hashed(HEADER_LENGTH);
        for (String attribute : attributes()) {
            hashed.withLength(attribute.getBytes(StandardCharsets.UTF_8));
        }
        return hashed.hash();
    }

    /** The hash of this event in its chain; covers all events before it. */
    public Hash hash() {
        if (hash == null) {
            hash = new Hashed(CHAIN_LENGTH)
                    .withLength(CHAIN_TAG)
                    .withLength(node.value().getBytes(StandardCharsets.UTF_8))
                    .with(position.epoch())
                    .with(position.sequence())
                    .with(prevHash)
                    .with(headerHash())
                    .with(dataHash)
                    .hash();
        }
        return hash;
    }

    /** The attributes as they are written, in the order of {@link Attributes#NAMES}; without the salt when it is erased. */
    List<String> attributes() {
        if (attributes == null) {
            attributes = Attributes.texts(this);
        }
        return attributes;
    }

    /** For who has just read them: they are the same, and need not be written again to be hashed. */
    void writtenAs(List<String> attributes) {
        this.attributes = attributes;
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
