package id.smartkampung.district.inbox;

import id.smartkampung.district.intake.IntakeHealth;
import id.smartkampung.district.outbox.DownLog;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One consumer and its thread: poll, hand each village's records to its inbox, go on.
 *
 * <p>A failure of the database or the broker is waited out here. The records of the turn are read again afterwards, and
 * the client keeps its place in the group meanwhile.
 */
final class InboxWorker implements Runnable {

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

    private final InboxConfig config;
    private final Supplier<? extends Consumer<byte[], byte[]>> opener;
    private final VillageInbox inbox;
    private final TopicIds topicIds;
    private final DownLog down;
    private final InboxMetrics metrics;
    private final IntakeHealth health;
    private final String name;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> open;

    private Duration backoff;
    private long resumeAt;
    private boolean waiting;
    private long lookAgainAt;

    InboxWorker(
            String name,
            InboxConfig config,
            Supplier<? extends Consumer<byte[], byte[]>> opener,
            VillageInbox inbox,
            TopicIds topicIds,
            DownLog down,
            InboxMetrics metrics,
            IntakeHealth health) {
        this.name = name;
        this.config = config;
        this.opener = opener;
        this.inbox = inbox;
        this.topicIds = topicIds;
        this.down = down;
        this.metrics = metrics;
        this.health = health;
        this.backoff = config.retryAfter();
    }

    void stop() {
        stopping.countDown();
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        try {
            work();
        } finally {
            health.ends(name);
        }
    }

    private void work() {
        while (!isStopping()) {
            try (Consumer<byte[], byte[]> consumer = opener.get()) {
                open = consumer;
                receive(consumer);
            } catch (WakeupException e) {
                Log.debug("stopped");
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                // Whatever it was, a worker that ends would leave its villages alone for ever.
                Log.warn("a worker of the inbox begins again", e);
                metrics.countRetry();
                if (stopsWithin(backoff)) {
                    return;
                }
            }
        }
    }

    private void receive(Consumer<byte[], byte[]> consumer) {
        Assignment assignment = new Assignment(consumer, inbox, topicIds);
        Turns turns = new Turns(config.batchSize());
        consumer.subscribe(Topics.ALL_UP, assignment);
        while (!isStopping()) {
            try {
                health.turn(name);
                if (mayWork(consumer, assignment)) {
                    assignment.placeAll();
                    lookAround(consumer, assignment);
                    letSpeak(consumer, assignment, turns);
                }
                turn(consumer, assignment, turns, consumer.poll(config.pollTimeout()));
            } catch (InvalidOffsetException e) {
                // The topic ends before the place or begins after it; where to go on is looked up anew.
                e.partitions().forEach(assignment::displace);
            } catch (SQLException e) {
                waitOut(consumer, e);
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                waitOut(consumer, e);
            }
        }
    }

    /** Records of the others stay where they are, also those that were fetched already. */
    private static void letSpeak(Consumer<byte[], byte[]> consumer, Assignment assignment, Turns turns) {
        Set<TopicPartition> villages = assignment.places().keySet();
        Set<TopicPartition> speaking =
                turns.next(villages, village -> consumer.currentLag(village).orElse(0));
        Set<TopicPartition> silent = new HashSet<>(villages);
        silent.removeAll(speaking);
        consumer.pause(silent);
        consumer.resume(speaking);
    }

    private void turn(
            Consumer<byte[], byte[]> consumer,
            Assignment assignment,
            Turns turns,
            ConsumerRecords<byte[], byte[]> records)
            throws SQLException {
        List<TopicPartition> villages = new ArrayList<>(records.partitions());
        // Who brings little is served first: that is present work, the others have waited anyway.
        villages.sort(
                Comparator.comparingInt(village -> records.records(village).size()));
        for (int i = 0; i < villages.size(); i++) {
            try {
                turns.served(villages.get(i));
                receive(assignment, villages.get(i), records.records(villages.get(i)));
            } catch (SQLException e) {
                if (CursorTable.isLockedOut(e)) {
                    // A hub that stands still in the middle of a turn keeps this village, and no other waits for it.
                    Log.warnf(
                            "topic %s is left alone for a while: somebody keeps its village",
                            villages.get(i).topic());
                    assignment.hold(villages.get(i));
                    continue;
                }
                for (TopicPartition village : villages.subList(i, villages.size())) {
                    consumer.seek(village, records.records(village).get(0).offset());
                }
                throw e;
            }
        }
        if (!villages.isEmpty()) {
            backoff = config.retryAfter();
            health.works(name);
        }
    }

    private void receive(Assignment assignment, TopicPartition village, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        Assignment.Place place = assignment.place(village);
        if (place == null) {
            return;
        }
        List<Arrival> arrivals = new ArrayList<>(place.waiting.size() + records.size());
        arrivals.addAll(place.waiting);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            arrivals.add(Records.arrival(record));
        }
        Optional<VillageInbox.Received> received = inbox.receive(Assignment.node(village), place.topicId, arrivals);
        if (received.isEmpty() || !received.get().cursor().isReceiving()) {
            assignment.hold(village);
            return;
        }
        place.cursor = received.get().cursor();
        place.waiting = received.get().waiting();
        place.heardAt = System.nanoTime();
    }

    /** Asks again for what is known to be missing and does not come, and looks at villages that were held. */
    private void lookAround(Consumer<byte[], byte[]> consumer, Assignment assignment) throws SQLException {
        long now = System.nanoTime();
        if (now - lookAgainAt < 0) {
            return;
        }
        lookAgainAt = now + config.lookAgainEvery().toNanos();
        if (!inbox.isStopped()) {
            assignment.lookAtHeldAgain();
        }
        List<TopicPartition> missing = new ArrayList<>();
        for (Map.Entry<TopicPartition, Assignment.Place> entry :
                assignment.places().entrySet()) {
            Assignment.Place place = entry.getValue();
            boolean silent = now - place.heardAt > config.headPatience().toNanos();
            // What still lies in the topic may bring it; asked for now, it would only come twice.
            boolean drained = consumer.currentLag(entry.getKey()).orElse(0) == 0;
            if (place.cursor.isBehind() && silent && drained) {
                missing.add(entry.getKey());
                down.askAgain(place.cursor.head());
            }
        }
        assignment.checkTopics(missing);
    }

    /** Leaves database and broker alone for a while, but not the group: the consumer polls on and gets nothing. */
    private void waitOut(Consumer<byte[], byte[]> consumer, Exception failure) {
        metrics.countRetry();
        health.waits(name);
        Log.warnf("events are received again in %d ms: %s", backoff.toMillis(), reason(failure));
        consumer.pause(consumer.assignment());
        resumeAt = System.nanoTime() + backoff.toNanos();
        waiting = true;
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    private boolean mayWork(Consumer<byte[], byte[]> consumer, Assignment assignment) {
        if (!waiting) {
            return true;
        }
        if (System.nanoTime() - resumeAt < 0) {
            return false;
        }
        waiting = false;
        consumer.resume(assignment.places().keySet());
        return true;
    }

    /** Kind and SQLSTATE of the first cause; a message could quote a row. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return failure.getClass().getSimpleName() + ", " + cause.getClass().getSimpleName() + state;
    }

    /** A pause without a place in the group to keep, since there is no consumer; a stop ends it at once. */
    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
