package id.smartkampung.model.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The CloudEvents attributes of an event as headers of a Kafka record (CloudEvents Kafka binding 1.0.2, binary mode). */
public final class Attributes {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String EPOCH = "ce_epoch";
    public static final String PREV_HASH = "ce_prevhash";
    public static final String DATA_HASH = "ce_datahash";
    public static final String SALT = "ce_salt";

    /** Signature of the head in base64, on the last event of each batch; not hashed, since batches differ on re-send. */
    public static final String SIGNATURE = "ce_sig";

    /** Which key signed. */
    public static final String KEY_ID = "ce_keyid";

    /** All attributes in the order in which they are hashed. */
    public static final List<String> NAMES =
            List.of(SPEC_VERSION, ID, SOURCE, TYPE, SUBJECT, TIME, SEQUENCE, EPOCH, PREV_HASH, DATA_HASH, SALT);

    private static final String SOURCE_PREFIX = "urn:kampung:node:";
    private static final int MAX_LENGTH = 512;

    private Attributes() {}

    /** The headers of an event, in the order in which they are hashed. */
    public static Map<String, byte[]> write(Envelope envelope) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            headers.put(NAMES.get(i), envelope.attributes().get(i).getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /**
     * Reads an event from the headers of a record, given by name, and its data.
     *
     * @throws EnvelopeFormatException when an attribute is missing or not of its form
     */
    public static Envelope read(Function<String, byte[]> header, byte[] data) throws EnvelopeFormatException {
        if (!Envelope.SPEC_VERSION.equals(text(header, SPEC_VERSION))) {
            throw new EnvelopeFormatException(SPEC_VERSION);
        }
        String source = text(header, SOURCE);
        if (!source.startsWith(SOURCE_PREFIX)) {
            throw new EnvelopeFormatException(SOURCE);
        }
        if (data == null) {
            throw new EnvelopeFormatException("data");
        }
        String time = text(header, TIME);
        Envelope envelope = new Envelope(
                parse(SOURCE, source.substring(SOURCE_PREFIX.length()), NodeId::new),
                new LogPosition(
                        parse(EPOCH, text(header, EPOCH), Attributes::epoch),
                        parse(SEQUENCE, text(header, SEQUENCE), Attributes::sequence)),
                parse(ID, text(header, ID), UUID::fromString),
                text(header, TYPE),
                text(header, SUBJECT),
                parse(TIME, time, Timestamp::parse),
                parse(PREV_HASH, text(header, PREV_HASH), Hash::ofHex),
                parse(DATA_HASH, text(header, DATA_HASH), Hash::ofHex),
                parse(SALT, text(header, SALT), Attributes::salt),
                data);
        // What is hashed is the attribute as written by us; one that reads the same but is spelled differently
        // would otherwise pass with a hash of its own.
        List<String> written = texts(envelope, time);
        for (int i = 0; i < NAMES.size(); i++) {
            if (!Arrays.equals(written.get(i).getBytes(StandardCharsets.UTF_8), header.apply(NAMES.get(i)))) {
                throw new EnvelopeFormatException(NAMES.get(i));
            }
        }
        envelope.writtenAs(written);
        return envelope;
    }

    static List<String> texts(Envelope envelope) {
        return texts(envelope, envelope.time().toString());
    }

    private static List<String> texts(Envelope envelope, String time) {
        return List.of(
                Envelope.SPEC_VERSION,
                envelope.id().toString(),
                envelope.source(),
                envelope.type(),
                envelope.subject(),
                time,
                digits20(envelope.position().sequence()),
                Integer.toString(envelope.position().epoch()),
                envelope.prevHash().hex(),
                envelope.dataHash().hex(),
                HexFormat.of().formatHex(envelope.salt()));
    }

    private static String digits20(long sequence) {
        String digits = Long.toString(sequence);
        return "0".repeat(20 - digits.length()) + digits;
    }

    private static int epoch(String text) {
        int epoch = Integer.parseInt(text);
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs begin with 1");
        }
        return epoch;
    }

    private static long sequence(String text) {
        long sequence = Long.parseLong(text);
        if (text.length() != 20 || sequence < 1) {
            throw new IllegalArgumentException("sequences have 20 digits and begin with 1");
        }
        return sequence;
    }

    private static byte[] salt(String text) {
        byte[] salt = HexFormat.of().parseHex(text);
        if (salt.length != Envelope.SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
        return salt;
    }

    private static String text(Function<String, byte[]> header, String name) throws EnvelopeFormatException {
        byte[] value = header.apply(name);
        if (value == null || value.length == 0 || value.length > MAX_LENGTH) {
            throw new EnvelopeFormatException(name);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) throws EnvelopeFormatException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new EnvelopeFormatException(name);
        }
    }
}
