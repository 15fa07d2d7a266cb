package id.smartkampung.model.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A control record: not numbered, not part of the chain, the latest of its kind wins.
 *
 * <p>On Kafka its kind stands in the header {@link #HEADER}, its signature in {@link #SIGNATURE}; the body is JSON.
 */
public sealed interface Control {

    /** Header that tells a control record from an event. */
    String HEADER = "kampung_control";

    /** Header with the signature over kind and body, in base64. */
    String SIGNATURE = "kampung_sig";

    /** Header that says which key signed. */
    String KEY_ID = "kampung_keyid";

    String kind();

    /**
     * Sender to receiver: this is the end of my log. Sent at each start and every ten minutes.
     *
     * @param applied how far the other log, the one of commands, was obeyed; null when that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(NodeId node, int epoch, long sequence, String hash, Instant at, String version, Place applied)
            implements Control {

        public Head(NodeId node, int epoch, long sequence, String hash, Instant at, String version) {
            this(node, epoch, sequence, hash, at, version, null);
        }

        public Head {
            check(node, epoch, sequence, at);
            Hash.ofHex(hash);
        }

        @Override
        public String kind() {
            return "head.v1";
        }
    }

    /**
     * Receiver to sender: I have applied everything up to here.
     *
     * @param proven where I have last proven that my rows are yours; null when I never did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ack(NodeId node, int epoch, long sequence, String hash, Instant at, Proven proven) implements Control {

        public Ack(NodeId node, int epoch, long sequence, String hash, Instant at) {
            this(node, epoch, sequence, hash, at, null);
        }

        public Ack {
            check(node, epoch, sequence, at);
            Hash.ofHex(hash);
        }

        @Override
        public String kind() {
            return "ack.v1";
        }
    }

    /** Receiver to sender: send again everything after this position. */
    record Nak(NodeId node, int epoch, long sequence, Instant at) implements Control {

        public Nak {
            check(node, epoch, sequence, at);
        }

        @Override
        public String kind() {
            return "nak.v1";
        }
    }

    /**
     * Sender to receiver, before anything else after each start: this is my log, and this is who I am.
     *
     * @param nonce new for each hello; its answer repeats it
     * @param places of my log, the furthest first, so that the receiver can tell where our histories part
     * @param session new for each start of the program
     * @param fingerprint of machine, database and a file beside them
     */
    record Hello(
            NodeId node,
            String nonce,
            List<Place> places,
            String session,
            String fingerprint,
            Instant at,
            String version)
            implements Control {

        public Hello {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(at, "at");
            places = List.copyOf(places);
        }

        @Override
        public String kind() {
            return "hello.v1";
        }
    }

    /**
     * Receiver to sender: this I have of your log.
     *
     * @param nonce of the hello that it answers; empty for whoever hears it when the log is frozen or let go on
     * @param applied the last event that was applied
     * @param common the furthest place of the hello that lies on the history I hold
     * @param frozen nothing more is taken until a person has decided
     * @param keys of the receiver in base64: that of today and the next, to be pinned
     * @param untold so many subjects you left behind a fork and have not told me anew; null when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Welcome(
            NodeId node,
            String nonce,
            Place applied,
            Place common,
            boolean frozen,
            List<String> keys,
            Instant at,
            Integer untold)
            implements Control {

        public Welcome(
                NodeId node, String nonce, Place applied, Place common, boolean frozen, List<String> keys, Instant at) {
            this(node, nonce, applied, common, frozen, keys, at, null);
        }

        public Welcome {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(applied, "applied");
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(at, "at");
            keys = List.copyOf(keys);
        }

        @Override
        public String kind() {
            return "welcome.v1";
        }
    }

    /**
     * Sender to receiver: I lost what follows this place; give it back.
     *
     * @param nonce of the hello whose answer told me
     * @param untoldAfter null for the log itself; else what I left behind a fork and have not told anew is wanted, the
     *     subjects behind this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TailWanted(NodeId node, String nonce, Place after, Instant at, String untoldAfter) implements Control {

        public TailWanted(NodeId node, String nonce, Place after, Instant at) {
            this(node, nonce, after, at, null);
        }

        public TailWanted {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String kind() {
            return "tail-wanted.v1";
        }
    }

    /**
     * Receiver to sender: this I applied of your log behind that place.
     *
     * @param events as many as fit; the rest is asked for again. None when I no longer have the next
     * @param untoldAfter as it was asked for; the events are then no chain, but the last of each subject. None when
     *     there are no more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tail(NodeId node, String nonce, Place after, List<CarriedEvent> events, Instant at, String untoldAfter)
            implements Control {

        public Tail(NodeId node, String nonce, Place after, List<CarriedEvent> events, Instant at) {
            this(node, nonce, after, events, at, null);
        }

        public Tail {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(nonce, "nonce");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(at, "at");
            events = List.copyOf(events);
        }

        @Override
        public String kind() {
            return "tail.v1";
        }
    }

    /** A head within a control record. */
    record Place(int epoch, long sequence, String hash) {

        public Place {
            new LogPosition(epoch, sequence);
            Hash.ofHex(hash);
        }

        public static Place of(LogHead head) {
            return new Place(
                    head.position().epoch(),
                    head.position().sequence(),
                    head.hash().hex());
        }

        public LogHead head(NodeId node) {
            return new LogHead(node, new LogPosition(epoch, sequence), Hash.ofHex(hash));
        }
    }

    /** A place up to which the rows of both sides were the same, and when that was found by the clock of the receiver. */
    record Proven(LogPosition position, Instant at) {

        public Proven {
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(at, "at");
        }
    }

    private static void check(NodeId node, int epoch, long sequence, Instant at) {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(at, "at");
        new LogPosition(epoch, sequence);
    }

    static byte[] write(Control control) {
        try {
            return Json.MAPPER.writeValueAsBytes(control);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("control record " + control.kind() + " cannot be written", e);
        }
    }

    /** Reads a control record; an unknown kind or a broken body is an {@link EnvelopeFormatException}. */
    static Control read(String kind, byte[] body) throws EnvelopeFormatException {
        Class<? extends Control> type = switch (kind) {
            case "head.v1" -> Head.class;
            case "ack.v1" -> Ack.class;
            case "nak.v1" -> Nak.class;
            case "hello.v1" -> Hello.class;
            case "welcome.v1" -> Welcome.class;
            case "tail-wanted.v1" -> TailWanted.class;
            case "tail.v1" -> Tail.class;
            default -> throw new EnvelopeFormatException(HEADER);
        };
        try {
            return Objects.requireNonNull(Json.MAPPER.readValue(body, type), kind);
        } catch (IOException | NullPointerException e) {
            throw new EnvelopeFormatException(kind);
        }
    }

    /** Writer and reader of the bodies. */
    final class Json {

        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();

        private Json() {}
    }
}
