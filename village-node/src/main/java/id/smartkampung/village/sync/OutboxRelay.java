package id.smartkampung.village.sync;

import id.smartkampung.model.event.EventType;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.greeting.Greeting;
import id.smartkampung.village.log.LogException;
import id.smartkampung.village.log.LogGenesis;
import id.smartkampung.village.log.LogMarks;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogState;
import id.smartkampung.village.log.RelaySignal;
import id.smartkampung.village.log.StoredEvent;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.SyncConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries the log to the topic of this village, on a thread of its own so that nobody who works waits for the line.
 *
 * <p>Woken after each commit, with a slow poll as safety net. Events are sent outside any transaction and marked when
 * the broker has answered for each; a crash between the two sends them twice, and the receiver drops what it has.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(5);

    private final LogQueries log;
    private final LogMarks marks;
    private final Broker broker;
    private final NodeKeys keys;
    private final Greeting greeting;
    private final Line line;
    private final SyncStatus status;
    private final RelaySignal signal;
    private final SyncConfig config;
    private final VillageProfile village;
    private final Clock clock;
    private final String version;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    private UpTopic topic;
    private int batchSize;
    private long headSentNanos;
    private int recoveriesAnnounced;
    private int generation;
    private LogHead obeyedAnnounced;

    OutboxRelay(
            LogQueries log,
            LogMarks marks,
            Broker broker,
            NodeKeys keys,
            Greeting greeting,
            Line line,
            SyncStatus status,
            RelaySignal signal,
            SyncConfig config,
            VillageProfile village,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.log = log;
        this.marks = marks;
        this.broker = broker;
        this.keys = keys;
        this.greeting = greeting;
        this.line = line;
        this.status = status;
        this.signal = signal;
        this.config = config;
        this.village = village;
        this.clock = clock;
        this.version = version;
    }

    void start(@Observes @Priority(LogGenesis.PRIORITY + 1) StartupEvent event) {
        if (village.training()) {
            Log.info("this is a server to learn on: nothing leaves it");
            return;
        }
        if (!config.enabled()) {
            return;
        }
        batchSize = config.batchSize();
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
            thread.join(STOP_AT_MOST.toMillis());
        }
    }

    boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (stopped.getCount() > 0) {
            try {
                turn();
                pause = FIRST_PAUSE;
                signal.await(config.relayEvery());
            } catch (InterruptedException e) {
                // Only stop() interrupts; the loop ends by its condition.
                Log.debug("relay interrupted");
            } catch (LineException e) {
                line.lost(e.reason());
                hangUp();
                // Whoever has just joined wants to see it work.
                pause = e.reason() == LineException.Reason.NOT_JOINED
                        ? rest(FIRST_PAUSE).dividedBy(2)
                        : rest(pause);
            } catch (RuntimeException e) {
                // The database is away or refuses; local work tells people so, and the relay must outlive it.
                Log.warnf(e, "the log is not carried on");
                hangUp();
                pause = rest(pause);
            }
        }
        hangUp();
    }

    private void turn() throws LineException, InterruptedException {
        LogState state = log.state();
        if (!state.durable()) {
            // Shown to people by the sync state; what a power cut could take back must never have left.
            hangUp();
            return;
        }
        if (generation != broker.generation()) {
            hangUp();
            generation = broker.generation();
        }
        if (topic == null) {
            topic = UpTopic.open(broker, village.node(), keys);
            line.heard();
            greeting.over(topic.id());
        }
        if (!mayTell(state)) {
            return;
        }
        if (line.recoveries() != recoveriesAnnounced) {
            announce(state.sent(), state.obeyed());
        }
        LogPosition end = drain(state.sent());
        boolean caughtUp = end.sequence() - state.sent().sequence() > config.batchSize();
        boolean obeyed = !state.obeyed().equals(obeyedAnnounced);
        if (caughtUp
                || obeyed
                || System.nanoTime() - headSentNanos > config.headEvery().toNanos()) {
            announce(end, state.obeyed());
        }
    }

    /** Whether the district knows where we stand and agrees; else it is asked, and from time to time again. */
    private boolean mayTell(LogState state) throws LineException, InterruptedException {
        boolean halted = state.fork() != null || state.halt() != null;
        if (greeting.isWelcomed() && !halted) {
            return true;
        }
        Optional<Greeting.Due> due = greeting.due();
        if (due.isPresent()) {
            Greeting.Due word = due.get();
            List<NodeKey> inTurn = keys.forHello(state.sent(), state.acked(), word.inNewTopic());
            topic.announce(word.control(), inTurn.get(word.attempt() % inTurn.size()));
            // Whoever answers hears our head first: what it asked for in the meantime it asks again.
            obeyedAnnounced = null;
            line.heard();
        }
        return false;
    }

    /** Sends until nothing is left, or until something is broken or was set back; returns the last position sent. */
    private LogPosition drain(LogPosition from) throws LineException, InterruptedException {
        LogPosition sent = from;
        while (stopped.getCount() > 0 && greeting.isWelcomed()) {
            List<StoredEvent> batch = log.after(sent, batchSize);
            List<Envelope> intact = batch.stream()
                    .takeWhile(StoredEvent::isIntact)
                    .map(StoredEvent::envelope)
                    .toList();
            status.brokenAt(
                    intact.size() < batch.size()
                            ? batch.get(intact.size()).envelope().position()
                            : null);
            if (intact.isEmpty()) {
                return sent;
            }
            LogPosition reached = send(sent, underOneKey(intact));
            if (reached.equals(sent)) {
                signal.wake();
                return sent;
            }
            sent = reached;
        }
        return sent;
    }

    /** A rotation of the key ends its batch, whose head is signed with the key before. */
    private static List<Envelope> underOneKey(List<Envelope> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).type().equals(EventType.KEY_ROTATED_V1.wireName())) {
                return events.subList(0, i + 1);
            }
        }
        return events;
    }

    /** Sends a batch and marks what the broker has of it; the place where it began when the district set us back. */
    private LogPosition send(LogPosition from, List<Envelope> events) throws LineException, InterruptedException {
        UpTopic.Delivery delivery = topic.send(events);
        LogPosition reached = from;
        if (delivery.delivered() > 0) {
            LogPosition last = events.get(delivery.delivered() - 1).position();
            reached = marks.sent(from, last) ? last : from;
        }
        if (delivery.failure() != null) {
            // A line too slow for the whole batch within its time gets smaller ones.
            batchSize = Math.max(1, batchSize / 2);
            throw delivery.failure();
        }
        batchSize = Math.min(config.batchSize(), batchSize * 2);
        line.heard();
        return reached;
    }

    /** Tells the district how far it should have come; so it finds a tail that the broker has lost. */
    private void announce(LogPosition sent, LogHead obeyed) throws LineException, InterruptedException {
        int recoveries = line.recoveries();
        Hash hash = log.hashAt(sent)
                .orElseThrow(() -> new LogException("the event at " + sent + ", sent before, is no longer there"));
        Control.Head head = new Control.Head(
                village.node(),
                sent.epoch(),
                sent.sequence(),
                hash.hex(),
                clock.instant(),
                version,
                Control.Place.of(obeyed));
        // Whoever reads it has read what was sent before, and no more: not an event further on that changes the key.
        topic.announce(head, keys.at(sent.next()));
        obeyedAnnounced = obeyed;
        headSentNanos = System.nanoTime();
        recoveriesAnnounced = recoveries;
        line.heard();
    }

    private Duration rest(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Log.debug("relay interrupted");
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(config.retryAtMost()) < 0 ? longer : config.retryAtMost();
    }

    private void hangUp() {
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }
}
