package id.smartkampung.village.sync;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.village.trust.NodeKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic to which this village writes, from the moment that it is known to be there until the line is lost. */
final class UpTopic implements AutoCloseable {

    /** Small requests and few of them under way, so that a slow line still moves something within its time. */
    private static final int REQUEST_BYTES = 32 * 1024;

    private static final int BUFFER_BYTES = 8 * 1024 * 1024;
    private static final int PARTITION = 0;

    private final String id;
    private final NodeId node;
    private final NodeKeys keys;
    private final Producer<String, byte[]> producer;

    private UpTopic(String id, NodeId node, NodeKeys keys, Producer<String, byte[]> producer) {
        this.id = id;
        this.node = node;
        this.keys = keys;
        this.producer = producer;
    }

    /** What became of a batch: so many from its beginning are with the broker, and why not all. */
    record Delivery(int delivered, LineException failure) {}

    static UpTopic open(Broker broker, NodeId node, NodeKeys keys) throws LineException, InterruptedException {
        String name = "village-" + node + "-up";
        String id = broker.requireTopic(name, Topics.up(node));
        Map<String, Object> settings = broker.client(name);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, REQUEST_BYTES);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 2);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, broker.connectMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3 * broker.lineTimeoutMillis());
        try {
            return new UpTopic(
                    id, node, keys, new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
        } catch (KafkaException e) {
            throw Broker.lineException(e);
        }
    }

    /** Another one when the topic was made anew. */
    String id() {
        return id;
    }

    /** Sends events in their order, the last with its head signed, and waits for the answer to each of them. */
    Delivery send(List<Envelope> events) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        int delivered = 0;
        try {
            for (Envelope event : events.subList(0, events.size() - 1)) {
                answers.add(producer.send(record(event)));
            }
            answers.add(producer.send(signed(events.get(events.size() - 1))));
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
                delivered++;
            }
            return new Delivery(delivered, null);
        } catch (ExecutionException e) {
            return new Delivery(delivered, new LineException(LineException.Reason.NO_BROKER, e.getCause()));
        } catch (KafkaException e) {
            return new Delivery(delivered, Broker.lineException(e));
        }
    }

    /** Says something; a word stands at no position, so it must be signed with the key that the district believes now. */
    void announce(Control control, NodeKey key) throws LineException, InterruptedException {
        byte[] body = Control.write(control);
        ProducerRecord<String, byte[]> word = new ProducerRecord<>(Topics.up(node), PARTITION, node.value(), body);
        word.headers()
                .add(Control.HEADER, text(control.kind()))
                .add(Control.SIGNATURE, text(key.sign(control.kind(), body)))
                .add(Control.KEY_ID, text(key.id()));
        try {
            producer.send(word).get();
        } catch (ExecutionException e) {
            throw new LineException(LineException.Reason.NO_BROKER, e.getCause());
        } catch (KafkaException e) {
            throw Broker.lineException(e);
        }
    }

    /** What was not answered is given up here and sent again later; it may have arrived, and the receiver knows. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private ProducerRecord<String, byte[]> record(Envelope event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.up(node), PARTITION, event.subject(), event.data());
        Attributes.write(event).forEach(record.headers()::add);
        return record;
    }

    private ProducerRecord<String, byte[]> signed(Envelope last) {
        NodeKey key = keys.at(last.position());
        ProducerRecord<String, byte[]> record = record(last);
        record.headers().add(Attributes.SIGNATURE, text(key.sign(last.head()))).add(Attributes.KEY_ID, text(key.id()));
        return record;
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
