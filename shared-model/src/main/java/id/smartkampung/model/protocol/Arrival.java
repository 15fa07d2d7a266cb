package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.model.log.NodeId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** A record of a log as it came: an event, a word about the log, or neither. */
public sealed interface Arrival {

    /** Its place in the topic. */
    long offset();

    /** An event in the form of an event, with the signature of its head if it has one; whether it may be trusted is judged later. */
    record Event(long offset, Envelope envelope, Optional<HeadSignature> signature) implements Arrival {}

    /** A control record, and the bytes that were signed if it was. */
    record Word(long offset, Control control, Written written) implements Arrival {

        /** One of our own making, for a log whose words are not signed. */
        public Word(long offset, Control control) {
            this(offset, control, new Written(control.kind(), Control.write(control), Optional.empty()));
        }

        /** In whose name a sender says it, null for what only a receiver says. */
        NodeId speaker() {
            if (control instanceof Control.Head head) {
                return head.node();
            } else if (control instanceof Control.Hello hello) {
                return hello.node();
            }
            return control instanceof Control.TailWanted wanted ? wanted.node() : null;
        }
    }

    /** A control record as it was written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(String kind, byte[] body, Optional<HeadSignature> signature) {}

    /** A control record of a newer kind; says something to who understands it. */
    record NewWord(long offset) implements Arrival {}

    /** No event and no control record. */
    record Malformed(long offset, String reason) implements Arrival {}

    /** Reads a record from its headers, given by name, and its value. */
    static Arrival of(long offset, Function<String, byte[]> headers, byte[] value) {
        byte[] control = headers.apply(Control.HEADER);
        if (control != null) {
            return word(offset, new String(control, StandardCharsets.UTF_8), headers, value);
        }
        try {
            Envelope envelope = Attributes.read(headers, value);
            if (envelope.type().indexOf('\0') >= 0 || envelope.subject().indexOf('\0') >= 0) {
                return new Malformed(offset, "an attribute contains U+0000");
            }
            return new Event(offset, envelope, signature(headers, Attributes.SIGNATURE, Attributes.KEY_ID));
        } catch (EnvelopeFormatException e) {
            return new Malformed(offset, e.getMessage());
        }
    }

    private static Arrival word(long offset, String kind, Function<String, byte[]> headers, byte[] value) {
        try {
            Control control = Control.read(kind, value);
            Optional<HeadSignature> signature = signature(headers, Control.SIGNATURE, Control.KEY_ID);
            return new Word(offset, control, new Written(kind, value, signature));
        } catch (EnvelopeFormatException | IllegalArgumentException e) {
            return new NewWord(offset);
        }
    }

    private static Optional<HeadSignature> signature(Function<String, byte[]> headers, String ofValue, String ofKeyId) {
        byte[] value = headers.apply(ofValue);
        byte[] keyId = headers.apply(ofKeyId);
        return value == null || keyId == null
                ? Optional.empty()
                : Optional.of(new HeadSignature(
                        new String(keyId, StandardCharsets.UTF_8), new String(value, StandardCharsets.UTF_8)));
    }
}
