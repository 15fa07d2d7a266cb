package id.smartkampung.district.inbox;

import id.smartkampung.district.intake.IntakeHealth;
import id.smartkampung.district.outbox.DownLog;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Takes what villages send, each event once in effect; what cannot be trusted or understood is named and kept.
 *
 * <p>Several workers share the villages out among themselves, and with the workers of other hubs of the district.
 */
@ApplicationScoped
class InboxConsumer {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final Map<String, Object> kafka;
    private final InboxConfig config;
    private final VillageInbox inbox;
    private final TopicIds topicIds;
    private final DownLog down;
    private final InboxMetrics metrics;
    private final IntakeHealth health;
    private final List<InboxWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    InboxConsumer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            InboxConfig config,
            VillageInbox inbox,
            TopicIds topicIds,
            DownLog down,
            InboxMetrics metrics,
            IntakeHealth health) {
        this.kafka = kafka;
        this.config = config;
        this.inbox = inbox;
        this.topicIds = topicIds;
        this.down = down;
        this.metrics = metrics;
        this.health = health;
    }

    void start(@Observes @Priority(30) StartupEvent start) {
        if (!config.enabled()) {
            return;
        }
        for (int i = 1; i <= config.workers(); i++) {
            String name = "inbox-" + i;
            InboxWorker worker =
                    new InboxWorker(name, config, () -> open(name), inbox, topicIds, down, metrics, health);
            Thread thread = new Thread(worker, name);
            workers.add(worker);
            threads.add(thread);
            thread.start();
        }
    }

    /** Lets each worker end its turn; what it did not commit is read again. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        workers.forEach(InboxWorker::stop);
        for (Thread thread : threads) {
            thread.join(PATIENCE_AT_STOP.toMillis());
            if (thread.isAlive()) {
                Log.warnf("%s does not end its turn", thread.getName());
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open(String name) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", name);
        settings.put("group.id", config.group());
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        // Positions are ours: kept with the rows, never guessed by the client.
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", false);
        settings.put(
                "metadata.max.age.ms", Math.toIntExact(config.newTopicsWithin().toMillis()));
        settings.put("session.timeout.ms", 6_000);
        settings.put("heartbeat.interval.ms", 2_000);
        settings.put("fetch.max.wait.ms", Math.toIntExact(config.fetchWait().toMillis()));
        settings.put("max.poll.records", config.batchSize());
        settings.put("max.partition.fetch.bytes", 4 * 1024 * 1024);
        settings.put("fetch.max.bytes", 16 * 1024 * 1024);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("reconnect.backoff.max.ms", 2_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
