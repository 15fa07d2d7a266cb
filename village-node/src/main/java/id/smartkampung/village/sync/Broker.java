package id.smartkampung.village.sync;

import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.village.trust.BrokerCredentials;
import id.smartkampung.village.trust.SyncConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How the broker of the district is reached. */
@ApplicationScoped
public class Broker {

    /** How many times the silence of a line connecting may take at most. */
    private static final int MOST_PATIENCE = 4;

    private final Map<String, Object> settings;
    private final BrokerCredentials credentials;
    private final SyncConfig config;
    private final AtomicInteger connectMillis;

    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            BrokerCredentials credentials,
            SyncConfig config) {
        this.settings = settings;
        this.credentials = credentials;
        this.config = config;
        this.connectMillis = new AtomicInteger(lineTimeoutMillis());
    }

    /**
     * Settings for any client: those of {@code kafka.*}, over them what this server got when it joined; a line counts
     * as cut after the configured silence.
     */
    public Map<String, Object> client(String name) {
        Map<String, Object> client = new HashMap<>(settings);
        credentials.current().ifPresent(credential -> client.putAll(login(credential)));
        // A village may use its own two topics and no consumer group.
        client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
        client.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, lineTimeoutMillis());
        client.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, (long) lineTimeoutMillis());
        return client;
    }

    /** Moves whenever clients have to be built anew. */
    public int generation() {
        return credentials.changes();
    }

    private static Map<String, Object> login(EnrolmentAnswer credential) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                credential.brokers(),
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                "SASL_SSL",
                SaslConfigs.SASL_MECHANISM,
                credential.mechanism(),
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + credential.user()
                        + "\" password=\"" + credential.password() + "\";",
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG,
                credential.authority());
    }

    private boolean isReachable() {
        Object servers = settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return credentials.current().isPresent()
                || (servers != null && !servers.toString().isBlank());
    }

    public int lineTimeoutMillis() {
        return Math.toIntExact(config.lineTimeout().toMillis());
    }

    /**
     * How long connecting may take: at first no longer than a line may be silent, so that a broker that is away is told
     * soon, and longer after each attempt that ran out of time, until the line is good again. A client shakes hands with the broker twice (TCP, TLS,
     * SASL, its questions), which takes many times the way there and back of a bad line.
     */
    public int connectMillis() {
        return connectMillis.get();
    }

    /** A line over which connecting takes a part of its time only needs no patience any more. */
    private void connectedAfter(long nanos) {
        if (TimeUnit.NANOSECONDS.toMillis(nanos) < lineTimeoutMillis() / MOST_PATIENCE) {
            connectMillis.set(lineTimeoutMillis());
        }
    }

    private void bePatient() {
        connectMillis.updateAndGet(millis -> Math.min(2 * millis, MOST_PATIENCE * lineTimeoutMillis()));
    }

    /**
     * Asks for a topic before it is used: what is sent to a topic that is not there yet waits and is dropped by the
     * client in the end.
     *
     * @return the id of the topic, another one when it was made anew
     */
    public String requireTopic(String clientName, String topic) throws LineException, InterruptedException {
        if (!isReachable()) {
            throw new LineException(LineException.Reason.NOT_JOINED, null);
        }
        Map<String, Object> client = client(clientName);
        client.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, connectMillis());
        long begunNanos = System.nanoTime();
        try (Admin admin = Admin.create(client)) {
            String id = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(2L * connectMillis(), TimeUnit.MILLISECONDS)
                    .get(topic)
                    .topicId()
                    .toString();
            connectedAfter(System.nanoTime() - begunNanos);
            return id;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                bePatient();
            }
            throw new LineException(reason(e.getCause()), e.getCause());
        } catch (TimeoutException | KafkaException e) {
            bePatient();
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
        if (isClock(e)) {
            return LineException.Reason.CLOCK;
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return LineException.Reason.REFUSED;
        }
        return LineException.Reason.NO_BROKER;
    }

    /** A clock that stands years back makes every certificate one of the future. */
    private static boolean isClock(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateNotYetValidException || cause instanceof CertificateExpiredException) {
                return true;
            }
        }
        return false;
    }
}
