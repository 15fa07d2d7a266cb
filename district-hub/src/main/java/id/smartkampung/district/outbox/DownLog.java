package id.smartkampung.district.outbox;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Tells the villages how far their logs were applied and what to send again.
 *
 * <p>These are control records: only the latest counts, so what cannot be sent now is replaced or sent later, and
 * nobody waits for it.
 */
@ApplicationScoped
public class DownLog {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final HubKeys keys;
    private final CommandRelay commands;
    private final Clock clock;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "down-log"));

    private final Map<NodeId, LogHead> acknowledgements = new ConcurrentHashMap<>();
    private final Map<NodeId, Control.Proven> proofs = new ConcurrentHashMap<>();
    private final Map<NodeId, LogHead> requests = new ConcurrentHashMap<>();
    private final Map<Answer, Control> answers = new ConcurrentHashMap<>();
    private final Map<NodeId, Long> acknowledgedAt = new ConcurrentHashMap<>();
    private final Map<NodeId, Asked> asked = new ConcurrentHashMap<>();

    private Producer<byte[], byte[]> producer;
    private long quietUntil = System.nanoTime();
    private long commandsAt = System.nanoTime();

    /** Of answers to the same village the latest of each kind counts. */
    private record Answer(NodeId node, String kind) {}

    /** What was asked for last, and when it may be asked for again. */
    private record Asked(LogHead after, long againAt, Duration backoff) {}

    DownLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            HubKeys keys,
            CommandRelay commands,
            Clock clock) {
        this.kafka = kafka;
        this.config = config;
        this.keys = keys;
        this.commands = commands;
        this.clock = clock;
    }

    void start(@Observes @Priority(20) StartupEvent start) {
        if (config.enabled()) {
            // A hub that cannot sign must not seem to work.
            Log.infof("this hub signs with key %s", keys.current().id());
            Future<?> unused = executor.scheduleWithFixedDelay(this::send, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        executor.shutdown();
        if (executor.awaitTermination(5, TimeUnit.SECONDS) && producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** Everything up to this head is applied and committed. */
    public void acknowledge(LogHead applied) {
        acknowledgements.put(applied.node(), applied);
    }

    /** What a village asked for, or must hear; a later word of the kind replaces it. */
    public void answer(NodeId node, Control word) {
        answers.put(new Answer(node, word.kind()), word);
    }

    /** The rows of a village were proven to be its own; told with its next acknowledgement. */
    public void proven(NodeId node, Control.Proven proven) {
        proofs.put(node, proven);
    }

    /** Events after this head are missing; the same is asked again only after a growing while. */
    public void askAgain(LogHead applied) {
        Asked last = asked.get(applied.node());
        boolean same = last != null && last.after().equals(applied);
        if (same && System.nanoTime() - last.againAt() < 0) {
            return;
        }
        Duration backoff = same ? doubled(last.backoff()) : config.askAgainAfter();
        asked.put(applied.node(), new Asked(applied, System.nanoTime() + backoff.toNanos(), backoff));
        requests.put(applied.node(), applied);
    }

    private static Duration doubled(Duration backoff) {
        Duration doubled = backoff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    private void send() {
        if (System.nanoTime() - quietUntil < 0) {
            return;
        }
        try {
            sendRequests();
            sendAcknowledgements();
            sendAnswers();
            sendCommands();
        } catch (KafkaException | IllegalStateException | UncheckedIOException | SQLException e) {
            quietUntil = System.nanoTime() + AFTER_FAILURE.toNanos();
            Log.debugf("nothing can be told to the villages now: %s", e.getMessage());
        }
    }

    private void sendRequests() {
        for (LogHead head : List.copyOf(requests.values())) {
            requests.remove(head.node(), head);
            send(
                    head,
                    new Control.Nak(
                            head.node(),
                            head.position().epoch(),
                            head.position().sequence(),
                            clock.instant()),
                    requests);
        }
    }

    private void sendAnswers() {
        for (Map.Entry<Answer, Control> entry : List.copyOf(answers.entrySet())) {
            Answer answer = entry.getKey();
            answers.remove(answer, entry.getValue());
            send(answer.node(), entry.getValue(), () -> answers.putIfAbsent(answer, entry.getValue()));
        }
    }

    private void sendAcknowledgements() {
        for (LogHead head : List.copyOf(acknowledgements.values())) {
            Long before = acknowledgedAt.get(head.node());
            if (before != null
                    && System.nanoTime() - before < config.acknowledgeEvery().toNanos()) {
                continue;
            }
            acknowledgedAt.put(head.node(), System.nanoTime());
            acknowledgements.remove(head.node(), head);
            send(
                    head,
                    new Control.Ack(
                            head.node(),
                            head.position().epoch(),
                            head.position().sequence(),
                            head.hash().hex(),
                            clock.instant(),
                            proofs.get(head.node())),
                    acknowledgements);
        }
    }

    /** Looks seldom: who asks for rows can wait for a moment, and the database shall rest when nobody asks. */
    private void sendCommands() throws SQLException {
        long now = System.nanoTime();
        if (now - commandsAt < config.commandsEvery().toNanos()) {
            return;
        }
        commandsAt = now;
        List<Envelope> claimed = commands.claim();
        for (int i = 0; i < claimed.size(); i++) {
            try {
                send(claimed.get(i));
            } catch (KafkaException | IllegalStateException | UncheckedIOException e) {
                claimed.subList(i, claimed.size()).forEach(this::unsent);
                throw e;
            }
        }
    }

    private void send(Envelope command) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.down(command.node()), text(command.subject()), command.data());
        Attributes.write(command).forEach(record.headers()::add);
        NodeKey key = keys.current();
        record.headers()
                .add(Attributes.SIGNATURE, text(key.sign(command.head())))
                .add(Attributes.KEY_ID, text(key.id()));
        Future<?> unused = open().send(record, (metadata, failure) -> {
            if (failure != null) {
                executor.execute(() -> unsent(command));
            }
        });
    }

    private void unsent(Envelope command) {
        try {
            commands.unsent(command);
        } catch (SQLException e) {
            Log.warnf("command %s for village %s is sent again when it speaks", command.position(), command.node());
        }
    }

    private void send(LogHead head, Control control, Map<NodeId, LogHead> retry) {
        send(head.node(), control, () -> retry.putIfAbsent(head.node(), head));
    }

    /** Hands the record to the client; if the broker does not take it, it waits for its next turn again. */
    private void send(NodeId node, Control control, Runnable retry) {
        NodeKey key = keys.current();
        byte[] body = Control.write(control);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.down(node), text(node.value()), body);
        record.headers()
                .add(Control.HEADER, text(control.kind()))
                .add(Control.SIGNATURE, text(key.sign(control.kind(), body)))
                .add(Control.KEY_ID, text(key.id()));
        Future<?> unused = open().send(record, (metadata, failure) -> {
            if (failure != null) {
                retry.run();
            }
        });
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private Producer<byte[], byte[]> open() {
        if (producer == null) {
            producer = connect();
        }
        return producer;
    }

    private Producer<byte[], byte[]> connect() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // A topic that is not there must not keep the others waiting for long.
        settings.put("max.block.ms", 3_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", 10_000);
        // A large event that a village lost goes back in one record, and in base64.
        settings.put("max.request.size", 2 * 1024 * 1024);
        settings.put("compression.type", "zstd");
        settings.put("client.id", "district-down");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
