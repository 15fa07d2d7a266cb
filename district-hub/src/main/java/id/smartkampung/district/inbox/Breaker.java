package id.smartkampung.district.inbox;

import id.smartkampung.district.intake.IntakeStop;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Stops the whole intake when too much of what several villages send cannot be applied: that is no trouble of a
 * village but a mistake of ours, and each further event would only be parked.
 */
@ApplicationScoped
class Breaker {

    private static final int WHOLE = 100;

    private final AgroalDataSource database;
    private final InboxConfig config;
    private final Clock clock;
    private final Deque<Received> window = new ArrayDeque<>();
    private volatile boolean stopped;

    /** What one turn brought: how many events, and how many of them could not be applied for a cause of their own. */
    private record Received(Instant at, NodeId node, int events, int causes) {}

    Breaker(AgroalDataSource database, InboxConfig config, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        registry.gauge("kampung.inbox.stopped", this, breaker -> breaker.stopped ? 1 : 0);
    }

    /** Whether a stop is in force, whichever hub made it; after a release counting begins anew. */
    boolean isStopped(Connection connection) throws SQLException {
        boolean before = stopped;
        stopped = IntakeStop.current(connection).isPresent();
        if (before && !stopped) {
            forget();
        }
        return stopped;
    }

    boolean isStopped() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return isStopped(connection);
        }
    }

    /** Counts a turn that is committed, and stops the intake when it was one too many. */
    void count(NodeId node, int events, int causes) throws SQLException {
        Optional<IntakeStop> stop = add(new Received(clock.instant(), node, events, causes));
        if (stop.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = database.getConnection()) {
                    stop.get().store(connection);
                    return stop;
                }
            });
        } catch (RuntimeException e) {
            throw new SQLException("the intake cannot be stopped", e);
        }
        stopped = true;
        Log.errorf(
                "the intake stopped: of %d events %d of %d villages cannot be applied",
                stop.get().events(), stop.get().parked(), stop.get().villages());
    }

    private synchronized Optional<IntakeStop> add(Received turn) {
        window.addLast(turn);
        Instant begin = turn.at().minus(config.breakerWindow());
        while (window.getFirst().at().isBefore(begin)) {
            window.removeFirst();
        }
        if (turn.causes() == 0) {
            return Optional.empty();
        }
        long events = window.stream().mapToLong(Received::events).sum();
        long causes = window.stream().mapToLong(Received::causes).sum();
        long villages = window.stream()
                .filter(received -> received.causes() > 0)
                .map(Received::node)
                .distinct()
                .count();
        boolean tooMany = events >= config.breakerEvents()
                && causes * WHOLE > events * config.breakerPercent()
                && villages >= config.breakerVillages();
        return tooMany
                ? Optional.of(new IntakeStop(turn.at(), events, causes, Math.toIntExact(villages)))
                : Optional.empty();
    }

    private synchronized void forget() {
        window.clear();
    }
}
