package id.smartkampung.district.outbox;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Says how much lies in the topic of a village at this moment, read or not. */
@ApplicationScoped
public class TopicEnds {

    private final Map<String, Object> kafka;

    TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Where a topic ends.
     *
     * @param last offset of its last record, -1 when it has none
     */
    public record End(String topicId, long last) {}

    /** Empty when the broker cannot be asked now. */
    public Optional<End> of(NodeId node) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 4_000);
        String topic = Topics.up(node);
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = Admin.create(settings)) {
            String id = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .topicId()
                    .toString();
            long next = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            return Optional.of(new End(id, next - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | KafkaException e) {
            Log.warnf("the end of topic %s is not known now: %s", topic, e.getMessage());
            return Optional.empty();
        }
    }
}
