package id.smartkampung.village.inbox;

import id.smartkampung.model.log.Topics;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.Broker;
import id.smartkampung.village.sync.Line;
import id.smartkampung.village.sync.LineException;
import id.smartkampung.village.trust.SyncConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Listens to what the district says to this village, on a thread of its own; finds out when the line is cut.
 *
 * <p>No consumer group: the position is kept beside the log, in the transaction that obeys.
 */
@ApplicationScoped
class DownConsumer {

    /** After the log was begun. */
    private static final int START_PRIORITY = 200;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(1);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(5);

    /** Nothing is asked for twice a second on a line that is paid by the byte; what comes in comes at once. */
    private static final int FETCH_WAIT_AT_MOST_MILLIS = 5_000;

    private final DownService service;
    private final Broker broker;
    private final Line line;
    private final VillageProfile village;
    private final SyncConfig config;
    private final TopicPartition down;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private volatile Consumer<String, byte[]> listening;

    DownConsumer(DownService service, Broker broker, Line line, VillageProfile village, SyncConfig config) {
        this.service = service;
        this.broker = broker;
        this.line = line;
        this.village = village;
        this.config = config;
        this.down = new TopicPartition(Topics.down(village.node()), 0);
    }

    void start(@Observes @Priority(START_PRIORITY) StartupEvent event) {
        if (village.training() || !config.enabled()) {
            return;
        }
        thread = new Thread(this::run, "down-consumer");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        Consumer<String, byte[]> open = listening;
        if (open != null) {
            open.wakeup();
        } else if (thread != null) {
            thread.interrupt();
        }
        if (thread != null) {
            thread.join(STOP_AT_MOST.toMillis());
        }
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try {
                listen();
            } catch (InterruptedException e) {
                // Only stop() interrupts; the loop ends by its condition.
                Log.debug("down consumer interrupted");
            } catch (LineException e) {
                line.lost(e.reason());
                rest();
            } catch (RuntimeException e) {
                // The database is away or refuses; the same records are read again when it is back.
                Log.warnf(e, "what the district says is not taken in");
                rest();
            }
        }
    }

    private void listen() throws LineException, InterruptedException {
        String topicId = broker.requireTopic(clientName(), down.topic());
        try {
            Consumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
            listening = consumer;
            try {
                consumer.assign(List.of(down));
                OptionalLong hint = service.position(topicId);
                if (hint.isPresent()) {
                    consumer.seek(down, hint.getAsLong());
                } else {
                    consumer.seekToBeginning(List.of(down));
                }
                read(consumer, topicId);
            } finally {
                listening = null;
                consumer.close(CloseOptions.timeout(CLOSE_AT_MOST));
            }
        } catch (WakeupException e) {
            Log.debug("down consumer stopped");
        } catch (KafkaException e) {
            throw Broker.lineException(e);
        }
    }

    private void read(Consumer<String, byte[]> consumer, String topicId) {
        Duration silence = Duration.ofMillis(broker.lineTimeoutMillis());
        // The first question is asked over a connection that has yet to be made.
        Duration patience = Duration.ofMillis(broker.connectMillis());
        long heardNanos = System.nanoTime() - silence.toNanos();
        int generation = broker.generation();
        while (stopped.getCount() > 0 && generation == broker.generation()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                service.take(records.records(down), topicId);
            } else if (System.nanoTime() - heardNanos > silence.toNanos()) {
                // Polling tells nothing about a line that was cut silently; a question that must be answered does.
                consumer.endOffsets(List.of(down), patience);
            } else {
                continue;
            }
            line.heard();
            heardNanos = System.nanoTime();
            patience = silence;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = broker.client(clientName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A position that the broker no longer has was a hint only.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.min(FETCH_WAIT_AT_MOST_MILLIS, broker.lineTimeoutMillis() / 3));
        return settings;
    }

    private String clientName() {
        return "village-" + village.node() + "-down";
    }

    private void rest() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Log.debug("down consumer interrupted");
        }
    }
}
