package id.smartkampung.district.inbox;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The line between simulated villages and the broker: sends, and hears what the district says. */
final class VillageLine implements AutoCloseable {

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", System.getProperty("KAFKA_BOOTSTRAP_SERVERS"));
    private final Admin admin = Admin.create(broker);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("KAFKA_BOOTSTRAP_SERVERS"), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    boolean topicsExist(NodeId node) {
        try {
            return admin.listTopics().names().get().containsAll(List.of(Topics.up(node), Topics.down(node)));
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** As one batch: the head of the last event is signed. */
    void send(SimulatedVillage village, List<Envelope> events) {
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        events.subList(0, events.size() - 1).forEach(event -> batch.add(village.record(event)));
        batch.add(village.signed(events.get(events.size() - 1)));
        sendAll(batch);
    }

    void sendHead(SimulatedVillage village) {
        sendAll(List.of(village.headRecord()));
    }

    void createTopic(String name) {
        try {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    void deleteTopic(NodeId node) {
        try {
            admin.deleteTopics(List.of(Topics.up(node))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** All words that the district has said to the village so far. */
    List<Control> heard(NodeId node) {
        return down(node).stream()
                .filter(record -> record.headers().lastHeader(Control.HEADER) != null)
                .map(VillageLine::control)
                .toList();
    }

    /** All commands that came down so far, repeats too. */
    List<Envelope> commands(NodeId node) {
        return down(node).stream()
                .filter(record -> record.headers().lastHeader(Control.HEADER) == null)
                .map(VillageLine::command)
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> down(NodeId node) {
        TopicPartition down = new TopicPartition(Topics.down(node), 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(down));
            consumer.seekToBeginning(List.of(down));
            long end = consumer.endOffsets(List.of(down)).get(down);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(down) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }

    private void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<?>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        for (Future<?> future : sent) {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Control control(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Control.read(
                    new String(record.headers().lastHeader(Control.HEADER).value(), StandardCharsets.UTF_8),
                    record.value());
        } catch (EnvelopeFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static Envelope command(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Attributes.read(
                    name -> {
                        Header header = record.headers().lastHeader(name);
                        return header == null ? null : header.value();
                    },
                    record.value());
        } catch (EnvelopeFormatException e) {
            throw new AssertionError(e);
        }
    }
}
