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

    /** Sender to receiver: this is the end of my log. Sent at each start and every ten minutes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(NodeId node, int epoch, long sequence, String hash, Instant at, String version) implements Control {

        public Head {
            check(node, epoch, sequence, at);
            Hash.ofHex(hash);
        }

        @Override
        public String kind() {
            return "head.v1";
        }
    }

    /** Receiver to sender: I have applied everything up to here. */
    record Ack(NodeId node, int epoch, long sequence, String hash, Instant at) implements Control {

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
