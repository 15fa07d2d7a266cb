package id.smartkampung.model.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Hash of the header in hex, in the place of the salt of an event that was erased; not hashed once more. */
    public static final String HEADER_HASH = "ce_headerhash";

    /** Signature of the head in base64, on the last event of each batch; not hashed, since batches differ on re-send. */
    public static final String SIGNATURE = "ce_sig";

    /** Which key signed. */
    public static final String KEY_ID = "ce_keyid";

    /** All attributes in the order in which they are hashed. */
    public static final List<String> NAMES =
            List.of(SPEC_VERSION, ID, SOURCE, TYPE, SUBJECT, TIME, SEQUENCE, EPOCH, PREV_HASH, DATA_HASH, SALT);

    /** Those of an event that was erased. */
    private static final List<String> WITHOUT_SALT = NAMES.subList(0, NAMES.size() - 1);

    private static final String SOURCE_PREFIX = "urn:kampung:node:";
    private static final int MAX_LENGTH = 512;

    private Attributes() {}

    /** The headers of an event, in the order in which they are hashed. */
    public static Map<String, byte[]> write(Envelope envelope) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        List<String> texts = envelope.attributes();
        for (int i = 0; i < texts.size(); i++) {
            headers.put(NAMES.get(i), texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        if (envelope.isErased()) {
            headers.put(HEADER_HASH, envelope.headerHash().hex().getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /**
     * Reads an event from the headers of a record, given by name, and its data.
     *
     * @throws EnvelopeFormatException when an attribute is missing or not of its form
     */
    public static Envelope read(Function<String, byte[]> header, byte[] data) throws EnvelopeFormatException {
        // The texts are hashed as they came, so each must be spelled in the one way in which we write it: one that
        // reads the same but is spelled differently would otherwise pass with a hash of its own.
        boolean erased = header.apply(SALT) == null && header.apply(HEADER_HASH) != null;
        List<String> texts = new ArrayList<>(NAMES.size());
        for (String name : erased ? WITHOUT_SALT : NAMES) {
            texts.add(text(header, name));
        }
        if (!Envelope.SPEC_VERSION.equals(texts.get(0))) {
            throw new EnvelopeFormatException(SPEC_VERSION);
        }
        String source = texts.get(2);
        if (!source.startsWith(SOURCE_PREFIX)) {
            throw new EnvelopeFormatException(SOURCE);
        }
        if (data == null || (erased && data.length > 0)) {
            throw new EnvelopeFormatException("data");
        }
        NodeId node = parse(SOURCE, source.substring(SOURCE_PREFIX.length()), NodeId::new);
        LogPosition position = new LogPosition(
                parse(EPOCH, texts.get(7), Spelling::epoch), parse(SEQUENCE, texts.get(6), Spelling::sequence));
        UUID id = parse(ID, texts.get(1), Spelling::uuid);
        Instant time = parse(TIME, texts.get(5), Timestamp::parse);
        Hash prevHash = parse(PREV_HASH, texts.get(8), Spelling::hash);
        Hash dataHash = parse(DATA_HASH, texts.get(9), Spelling::hash);
        if (erased) {
            Hash headerHash = parse(HEADER_HASH, text(header, HEADER_HASH), Spelling::hash);
            return Envelope.erased(
                    node, position, id, texts.get(3), texts.get(4), time, prevHash, dataHash, headerHash);
        }
        byte[] salt = parse(SALT, texts.get(10), Spelling::salt);
        Envelope envelope =
                new Envelope(node, position, id, texts.get(3), texts.get(4), time, prevHash, dataHash, salt, data);
        envelope.writtenAs(texts);
        return envelope;
    }

    static List<String> texts(Envelope envelope) {
        List<String> texts = List.of(
                Envelope.SPEC_VERSION,
                envelope.id().toString(),
                envelope.source(),
                envelope.type(),
                envelope.subject(),
                envelope.time().toString(),
                Spelling.sequence(envelope.position().sequence()),
                Integer.toString(envelope.position().epoch()),
                envelope.prevHash().hex(),
                envelope.dataHash().hex(),
                HexFormat.of().formatHex(envelope.salt()));
        return envelope.isErased() ? texts.subList(0, WITHOUT_SALT.size()) : texts;
    }

    private static String text(Function<String, byte[]> header, String name) throws EnvelopeFormatException {
        byte[] value = header.apply(name);
        if (value == null || value.length == 0 || value.length > MAX_LENGTH) {
            throw new EnvelopeFormatException(name);
        }
        String text = new String(value, StandardCharsets.UTF_8);
        // Bytes that are no text are read as this character.
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            throw new EnvelopeFormatException(name);
        }
        return text;
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) throws EnvelopeFormatException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new EnvelopeFormatException(name);
        }
    }
}
