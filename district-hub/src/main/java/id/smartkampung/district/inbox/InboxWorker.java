package id.smartkampung.district.inbox;

import id.smartkampung.district.intake.IntakeHealth;
import id.smartkampung.district.outbox.DownLog;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One consumer and its thread: poll, hand each village's records to its inbox, go on. What is much goes to a thread
 * beside it, so that villages at work are not held up by one that catches up.
 *
 * <p>A failure of the database or the broker is waited out here. The records of the turn are read again afterwards, and
 * the client keeps its place in the group meanwhile.
 */
final class InboxWorker implements Runnable {

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

    private final Backoff backoff;

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
        this.backoff = new Backoff(config.retryAfter());
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
                if (stopsWithin(backoff.begin())) {
                    return;
                }
            }
        }
    }

    private void receive(Consumer<byte[], byte[]> consumer) {
        try (InboxRound round = new InboxRound(name, config, consumer, inbox, topicIds, down, health, backoff)) {
            while (!isStopping()) {
                health.turn(name);
                try {
                    round.go();
                } catch (SQLException e) {
                    waitOut(consumer, e);
                } catch (WakeupException | InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    waitOut(consumer, e);
                }
            }
        }
    }

    /** Leaves database and broker alone for a while, but not the group: the consumer polls on and gets nothing. */
    private void waitOut(Consumer<byte[], byte[]> consumer, Exception failure) {
        metrics.countRetry();
        health.waits(name, failure);
        Log.warnf("events are received again in %d ms: %s", backoff.begin().toMillis(), reason(failure));
        consumer.pause(consumer.assignment());
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
