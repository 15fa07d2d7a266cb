package id.smartkampung.district.outbox;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes what is to be sent from the logs of commands; of several hubs only one takes the same. */
@ApplicationScoped
class CommandRelay {

    /**
     * Claims what it reads, so that two hubs do not send the same; what gets lost is sent again when the village speaks.
     * A village whose turn is being taken comes next time: nobody else waits for it.
     *
     * <p>A head may grow after the statement began: it is locked as it is now, but the event by which it grew is not seen.
     * So what counts as sent is the last event that was read, and not the head.
     */
    private static final String CLAIM = """
            with waiting as (
                select node, epoch, sent_sequence from down_head where sent_sequence < sequence for update skip locked),
            unsent as (
                select e.* from waiting w
                join down_event e on e.node = w.node and e.epoch = w.epoch and e.sequence > w.sent_sequence),
            claimed as (
                update down_head h set sent_sequence = u.last, sent_at = ?
                from (select node, max(sequence) as last from unsent group by node) u where h.node = u.node)
            select * from unsent order by node, sequence
            """;

    private static final String UNSENT = """
            update down_head set sent_sequence = least(sent_sequence, ?) where node = ? and epoch = ?
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    CommandRelay(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is to be sent now, per village in its order; it counts as sent from here on. */
    List<Envelope> claim() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = claim.executeQuery()) {
                List<Envelope> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    /** The broker did not take it. */
    void unsent(Envelope event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(UNSENT)) {
            update.setLong(1, event.position().sequence() - 1);
            update.setString(2, event.node().value());
            update.setInt(3, event.position().epoch());
            update.executeUpdate();
        }
    }

    private static Envelope event(ResultSet row) throws SQLException {
        return new Envelope(
                new NodeId(row.getString("node")),
                new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                Hash.of(row.getBytes("prev_hash")),
                Hash.of(row.getBytes("data_hash")),
                row.getBytes("salt"),
                row.getBytes("data"));
    }
}
