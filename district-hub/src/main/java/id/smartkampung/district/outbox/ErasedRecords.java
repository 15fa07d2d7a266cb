package id.smartkampung.district.outbox;

import id.smartkampung.district.outbox.ErasedQueries.AtBroker;
import id.smartkampung.model.log.Topics;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Has the broker forget what a village had sent before a person was erased. All of it was taken in, and Kafka is a pipe
 * and not the record: losing it loses nothing.
 */
@ApplicationScoped
class ErasedRecords {

    private final Map<String, Object> kafka;
    private final ErasedQueries erasures;
    private final OutboxConfig config;
    private final Clock clock;

    ErasedRecords(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ErasedQueries erasures,
            OutboxConfig config,
            Clock clock) {
        this.kafka = kafka;
        this.erasures = erasures;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${district.outbox.empty-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void empty() throws SQLException {
        if (!config.enabled()) {
            return;
        }
        List<AtBroker> villages = erasures.atBroker();
        if (villages.isEmpty()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", "district-erasure");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            for (AtBroker village : villages) {
                empty(admin, village);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            Log.warnf("what the broker holds of erased persons is not deleted yet: %s", e.getMessage());
        }
    }

    private void empty(Admin admin, AtBroker village) throws InterruptedException, SQLException {
        try {
            if (deleted(admin, village)) {
                erasures.emptied(village, clock.instant());
            }
        } catch (ExecutionException e) {
            // Tried again: one village must not keep the others waiting.
            Log.warnf("what village %s had sent is not deleted at the broker yet: %s", village.node(), e.getMessage());
        }
    }

    /** Whether it is done; a topic that was made anew holds nothing that was sent before, and its offsets mean others. */
    private static boolean deleted(Admin admin, AtBroker village) throws InterruptedException, ExecutionException {
        String topic = Topics.up(village.node());
        String id = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .topicId()
                .toString();
        if (id.equals(village.topicId())) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(village.before())))
                    .all()
                    .get();
            return true;
        }
        return false;
    }
}
