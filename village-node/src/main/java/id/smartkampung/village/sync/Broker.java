package id.smartkampung.village.sync;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How the broker of the district is reached. */
@ApplicationScoped
public class Broker {

    private final Map<String, Object> settings;
    private final SyncConfig config;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> settings, SyncConfig config) {
        this.settings = settings;
        this.config = config;
    }

    /** Settings for any client: those of {@code kafka.*}, and a line counts as cut after the configured silence. */
    public Map<String, Object> client(String name) {
        Map<String, Object> client = new HashMap<>(settings);
        // A village may use its own two topics and no consumer group.
        client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
        client.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, lineTimeoutMillis());
        client.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, (long) lineTimeoutMillis());
        return client;
    }

    public int lineTimeoutMillis() {
        return Math.toIntExact(config.lineTimeout().toMillis());
    }

    /**
     * Asks for a topic before it is used: what is sent to a topic that is not there yet waits and is dropped by the
     * client in the end.
     *
     * @return the id of the topic, another one when it was made anew
     */
    public String requireTopic(String clientName, String topic) throws LineException, InterruptedException {
        Map<String, Object> client = client(clientName);
        client.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, lineTimeoutMillis());
        try (Admin admin = Admin.create(client)) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(2L * lineTimeoutMillis(), TimeUnit.MILLISECONDS)
                    .get(topic)
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new LineException(reason(e.getCause()), e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw lineException(e);
        }
    }

    /** Tells the trouble of a client; an interruption is passed on as one. */
    public static LineException lineException(Exception e) throws InterruptedException {
        if (e instanceof InterruptException) {
            // The client has set the flag again; who stops us reads the exception.
            Thread.interrupted();
            throw new InterruptedException();
        }
        return new LineException(reason(e), e);
    }

    private static LineException.Reason reason(Throwable e) {
        if (e instanceof UnknownTopicOrPartitionException) {
            return LineException.Reason.NO_TOPIC;
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return LineException.Reason.REFUSED;
        }
        return LineException.Reason.NO_BROKER;
    }
}
