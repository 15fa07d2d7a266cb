package id.smartkampung.district.outbox;

import id.smartkampung.district.status.VillageQueries;
import id.smartkampung.district.village.VillageRegistered;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that the two topics of every registered village exist, also after a broker lost all it had. */
@ApplicationScoped
public class Topology {

    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final VillageQueries villages;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "topology"));

    /** Whether the last attempt failed; only a change is told. */
    private boolean away;

    Topology(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            VillageQueries villages) {
        this.kafka = kafka;
        this.config = config;
        this.villages = villages;
    }

    void start(@Observes @Priority(20) StartupEvent start) {
        if (config.enabled()) {
            Future<?> unused = executor.scheduleWithFixedDelay(
                    this::createMissing, 0, config.topicsEvery().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void createTopicsOf(@ObservesAsync VillageRegistered registered) {
        if (config.enabled() && !executor.isShutdown()) {
            executor.execute(this::createMissing);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        executor.shutdownNow();
    }

    private void createMissing() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", 5_000);
        settings.put("request.timeout.ms", 4_000);
        try (Admin admin = Admin.create(settings)) {
            require(admin, villages.nodes());
            away = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            // Told once: a broker may be away for days, and pages are served without it.
            if (!away) {
                Log.warnf("the topics of the villages cannot be checked now: %s", e.getMessage());
            }
            away = true;
        }
    }

    /** Creates those topics of these villages that are not there. */
    void require(Admin admin, List<NodeId> nodes) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (NodeId node : nodes) {
            for (String topic : List.of(Topics.up(node), Topics.down(node))) {
                if (!existing.contains(topic)) {
                    missing.add(new NewTopic(topic, Optional.of(1), Optional.empty())
                            .configs(Map.of(
                                    TopicConfig.CLEANUP_POLICY_CONFIG,
                                    TopicConfig.CLEANUP_POLICY_DELETE,
                                    TopicConfig.RETENTION_MS_CONFIG,
                                    Long.toString(config.topicRetention().toMillis()))));
                }
            }
        }
        create(admin, missing);
    }

    private static void create(Admin admin, List<NewTopic> missing) throws InterruptedException, ExecutionException {
        if (missing.isEmpty()) {
            return;
        }
        try {
            admin.createTopics(missing).all().get();
            Log.infof("%d topics created", missing.size());
        } catch (ExecutionException e) {
            // Another hub was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
