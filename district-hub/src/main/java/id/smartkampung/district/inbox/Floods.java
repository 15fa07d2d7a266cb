package id.smartkampung.district.inbox;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notices a village that sends more of its present work than people can do; a backlog is no flood. */
@ApplicationScoped
class Floods {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final InboxConfig config;
    private final Clock clock;
    private final Map<NodeId, Minute> minutes = new ConcurrentHashMap<>();

    /** How many events of its own time a village sent in a minute of ours. */
    private record Minute(Instant begin, long events) {}

    Floods(AgroalDataSource database, InboxConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Counts what was accepted and committed. */
    void count(NodeId node, List<Envelope> accepted) throws SQLException {
        Instant now = clock.instant();
        long live = accepted.stream()
                .filter(event -> event.time().isAfter(now.minus(WINDOW)))
                .count();
        if (live == 0) {
            return;
        }
        Minute minute = minutes.compute(
                node,
                (village, before) -> before == null || before.begin().isBefore(now.minus(WINDOW))
                        ? new Minute(now, live)
                        : new Minute(before.begin(), before.events() + live));
        if (minute.events() > config.floodEvents()) {
            minutes.remove(node);
            tell(node, now);
        }
    }

    private void tell(NodeId node, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update log_cursor set flooded_at = ? where node = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.executeUpdate();
        }
    }
}
