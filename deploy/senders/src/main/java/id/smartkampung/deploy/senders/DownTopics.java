package id.smartkampung.deploy.senders;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the district says to simulated villages, from now on. */
public final class DownTopics implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, NodeId> nodes;

    /** @param broker how it is reached by somebody who may read every topic */
    public DownTopics(Map<String, Object> broker, Collection<NodeId> nodes) {
        this.consumer = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.nodes = nodes.stream()
                .collect(Collectors.toMap(node -> new TopicPartition(Topics.down(node), 0), Function.identity()));
        consumer.assign(this.nodes.keySet());
        skip();
    }

    /** One thing that was said: a control record, or a command. */
    public record Heard(NodeId node, Control control, DistrictEvent command, int bytes) {}

    /** Leaves out what was said until now. */
    public void skip() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    public List<Heard> poll(Duration patience) {
        List<Heard> heard = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            heard.add(heard(record));
        }
        return heard;
    }

    private Heard heard(ConsumerRecord<byte[], byte[]> record) {
        NodeId node = nodes.get(new TopicPartition(record.topic(), record.partition()));
        int bytes = record.value().length;
        try {
            String kind = header(record, Control.HEADER);
            if (kind != null) {
                return new Heard(node, Control.read(kind, record.value()), null, bytes);
            }
            Envelope event = Attributes.read(name -> bytes(record, name), record.value());
            DistrictEventType type = DistrictEventType.ofWireName(event.type()).orElseThrow();
            return new Heard(node, null, EventJson.read(type, event.data()), bytes);
        } catch (EnvelopeFormatException | EventFormatException e) {
            throw new IllegalStateException(
                    "record " + record.offset() + " of " + record.topic() + " is not understood", e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        byte[] value = bytes(record, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
