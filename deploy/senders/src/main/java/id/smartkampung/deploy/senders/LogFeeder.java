package id.smartkampung.deploy.senders;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events of simulated villages into their topics, as the relay of a village does. */
public final class LogFeeder implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    /** The first send that failed; a lost event would make every figure worthless. */
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param broker how it is reached by somebody who may write to every topic */
    public LogFeeder(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "compression.type", "zstd",
                "linger.ms", "5",
                "batch.size", "262144"));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public void send(Envelope envelope) {
        send(record(envelope));
    }

    /** The last event of a batch: its head is signed. */
    public void send(Envelope envelope, NodeKey key) {
        ProducerRecord<byte[], byte[]> last = record(envelope);
        last.headers()
                .add(Attributes.SIGNATURE, key.sign(envelope.head()).getBytes(StandardCharsets.US_ASCII))
                .add(Attributes.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        send(last);
    }

    /** A word of the village besides its log, signed. */
    public void announce(NodeId node, Control word, NodeKey key) {
        byte[] body = Control.write(word);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.up(node), body);
        record.headers()
                .add(Control.HEADER, word.kind().getBytes(StandardCharsets.US_ASCII))
                .add(Control.SIGNATURE, key.sign(word.kind(), body).getBytes(StandardCharsets.US_ASCII))
                .add(Control.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        send(record);
    }

    private static ProducerRecord<byte[], byte[]> record(Envelope envelope) {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                Topics.up(envelope.node()), envelope.subject().getBytes(StandardCharsets.UTF_8), envelope.data());
        Attributes.write(envelope).forEach((name, value) -> event.headers().add(name, value));
        return event;
    }

    private void send(ProducerRecord<byte[], byte[]> event) {
        // What fails comes to the callback.
        Future<RecordMetadata> unused = producer.send(event, (written, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Returns when the broker has everything that was sent. */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("an event was not taken by the broker", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
