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
     * Claims before it reads, so that two hubs do not send the same; what gets lost is sent again when the village
     * speaks. A village whose turn is being taken comes next time: nobody else waits for it.
     */
    private static final String CLAIM = """
            with waiting as (
                select node from down_head where sent_sequence < sequence for update skip locked)
            update down_head h set sent_sequence = h.sequence, sent_at = ?
            from waiting w where h.node = w.node
            returning h.node, h.epoch, old.sent_sequence as after, h.sequence as last
            """;

    /**
     * Read after the claim and not within it: a statement moves a head that grew since it began, but does not see the
     * event by which it grew.
     */
    private static final String CLAIMED = """
            select * from down_event
            where node = ? and epoch = ? and sequence > ? and sequence <= ?
            order by sequence
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

    /** Some events of one log, from after the first place to the last. */
    private record Claim(String node, int epoch, long after, long last) {}

    /** What is to be sent now, per village in its order; it counts as sent from here on. */
    List<Envelope> claim() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Envelope> events = new ArrayList<>();
            for (Claim claim : claims(connection)) {
                events.addAll(read(connection, claim));
            }
            return events;
        }
    }

    private List<Claim> claims(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = update.executeQuery()) {
                List<Claim> claims = new ArrayList<>();
                while (row.next()) {
                    claims.add(new Claim(
                            row.getString("node"), row.getInt("epoch"), row.getLong("after"), row.getLong("last")));
                }
                return claims;
            }
        }
    }

    private static List<Envelope> read(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLAIMED)) {
            select.setString(1, claim.node());
            select.setInt(2, claim.epoch());
            select.setLong(3, claim.after());
            select.setLong(4, claim.last());
            try (ResultSet row = select.executeQuery()) {
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
