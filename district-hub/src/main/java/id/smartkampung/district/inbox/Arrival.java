package id.smartkampung.district.inbox;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of an up topic as it came: an event, a word about the log, or neither. */
sealed interface Arrival {

    /** Its place in the topic. */
    long offset();

    /** An event in the form of an event; whether it may be trusted is judged later. */
    record Event(long offset, Envelope envelope) implements Arrival {}

    /** A control record. */
    record Word(long offset, Control control) implements Arrival {}

    /** A control record of a newer kind; says something to who understands it. */
    record NewWord(long offset) implements Arrival {}

    /** No event and no control record. */
    record Malformed(long offset, String reason) implements Arrival {}

    static Arrival of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        byte[] control = headers.get(Control.HEADER);
        if (control != null) {
            return word(record, new String(control, StandardCharsets.UTF_8));
        }
        try {
            Envelope envelope = Attributes.read(headers::get, record.value());
            if (envelope.type().indexOf('\0') >= 0 || envelope.subject().indexOf('\0') >= 0) {
                return new Malformed(record.offset(), "an attribute contains U+0000");
            }
            return new Event(record.offset(), envelope);
        } catch (EnvelopeFormatException e) {
            return new Malformed(record.offset(), e.getMessage());
        }
    }

    private static Arrival word(ConsumerRecord<byte[], byte[]> record, String kind) {
        try {
            return new Word(record.offset(), Control.read(kind, record.value()));
        } catch (EnvelopeFormatException | IllegalArgumentException e) {
            return new NewWord(record.offset());
        }
    }
}
