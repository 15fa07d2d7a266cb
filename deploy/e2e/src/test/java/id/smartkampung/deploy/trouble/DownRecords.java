package id.smartkampung.deploy.trouble;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What lies at the broker for a village, in the hands of a broker that forgets it or tells it once more. */
public final class DownRecords {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> broker;
    private final TopicPartition down;

    /** @param broker how it is reached by somebody who may do everything */
    public DownRecords(Map<String, Object> broker, NodeId node) {
        this.broker = Map.copyOf(broker);
        this.down = new TopicPartition(Topics.down(node), 0);
    }

    /** Whatever was said until now is gone, as if its time had run out. */
    public void forget() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(broker)) {
            // -1: up to the end.
            admin.deleteRecords(Map.of(down, RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
    }

    /**
     * Says every command that still lies there once more, word for word.
     *
     * @return behind the last of them
     */
    public long repeatCommands() throws InterruptedException, ExecutionException {
        long end = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> said : commands()) {
                ProducerRecord<byte[], byte[]> again =
                        new ProducerRecord<>(said.topic(), said.partition(), said.key(), said.value(), said.headers());
                end = producer.send(again).get().offset() + 1;
            }
        }
        return end;
    }

    private List<ConsumerRecord<byte[], byte[]>> commands() {
        List<ConsumerRecord<byte[], byte[]>> commands = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(down));
            consumer.seekToBeginning(List.of(down));
            long end = consumer.endOffsets(List.of(down)).get(down);
            while (consumer.position(down) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.headers().lastHeader(Control.HEADER) == null) {
                        commands.add(record);
                    }
                }
            }
        }
        return commands;
    }
}
