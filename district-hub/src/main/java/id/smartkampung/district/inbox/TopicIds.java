package id.smartkampung.district.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** The ids of topics: one that was deleted and made again has the same name and begins again with offset 0. */
@ApplicationScoped
class TopicIds {

    private final Map<String, Object> kafka;
    private Admin admin;

    TopicIds(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** The ids by topic; a topic that is gone has none. */
    Map<String, String> of(Collection<String> topics) {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin().describeTopics(topics).topicNameValues();
        Map<String, String> ids = new HashMap<>();
        descriptions.forEach((topic, description) -> {
            try {
                ids.put(topic, description.get().topicId().toString());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException)) {
                    throw new KafkaException("topic " + topic + " cannot be described", e.getCause());
                }
            }
        });
        return ids;
    }

    void stop(@Observes ShutdownEvent stop) {
        close();
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put("client.id", "district-topic-ids");
            settings.put("default.api.timeout.ms", 10_000);
            settings.put("request.timeout.ms", 5_000);
            admin = Admin.create(settings);
        }
        return admin;
    }

    private synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
