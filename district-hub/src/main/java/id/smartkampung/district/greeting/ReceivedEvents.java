package id.smartkampung.district.greeting;

import id.smartkampung.district.store.CopyRows;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Judgement.Accepted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accepted events as they came. The cursor's lock makes every position new, so they are simply copied in. */
public final class ReceivedEvents {

    private static final String COPY = """
            copy received_event (
                node, epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash, salt, data,
                header_hash, received_at)
            from stdin (format binary)""";
    private static final int COLUMNS = 14;

    private ReceivedEvents() {}

    public static void store(Connection connection, List<Accepted> events, Instant now) throws SQLException {
        try (CopyRows rows = CopyRows.into(connection, COPY, COLUMNS)) {
            for (Accepted accepted : events) {
                Envelope event = accepted.envelope();
                rows.beginRow();
                rows.text(event.node().value());
                rows.integer(event.position().epoch());
                rows.bigint(event.position().sequence());
                rows.uuid(event.id());
                rows.text(event.type());
                rows.text(event.subject());
                rows.instant(event.time());
                rows.bytes(event.prevHash().bytes());
                rows.bytes(event.dataHash().bytes());
                rows.bytes(accepted.hash().bytes());
                rows.bytes(event.isErased() ? null : event.salt());
                rows.bytes(event.data());
                rows.bytes(event.isErased() ? event.headerHash().bytes() : null);
                rows.instant(now);
            }
            rows.finish();
        }
    }

    /** The hashes that were applied where these records repeat an event, or go on after one in a newer epoch. */
    public static Map<LogPosition, Hash> hashes(Connection connection, LogHead applied, List<Arrival> arrivals)
            throws SQLException {
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Arrival arrival : arrivals) {
            if (!(arrival instanceof Arrival.Event event)) {
                continue;
            }
            LogPosition position = event.envelope().position();
            boolean newer = position.epoch() > applied.position().epoch();
            if (newer || position.compareTo(applied.position()) < 0) {
                long sequence = newer ? position.sequence() - 1 : position.sequence();
                first = Math.min(first, sequence);
                last = Math.max(last, sequence);
            }
        }
        return first > last ? Map.of() : hashes(connection, applied, first, last);
    }

    private static Map<LogPosition, Hash> hashes(Connection connection, LogHead applied, long from, long to)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select epoch, sequence, hash from received_event
                where node = ? and epoch between 1 and ? and sequence between ? and ?
                """)) {
            select.setString(1, applied.node().value());
            select.setInt(2, applied.position().epoch());
            select.setLong(3, from);
            select.setLong(4, to);
            try (ResultSet row = select.executeQuery()) {
                Map<LogPosition, Hash> hashes = new HashMap<>();
                while (row.next()) {
                    hashes.put(new LogPosition(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
                }
                return hashes;
            }
        }
    }

    /** The hash that was applied at a position, {@link Hash#ZERO} at the start of a log. */
    static Optional<Hash> hashAt(Connection connection, NodeId node, LogPosition position) {
        if (position.equals(LogPosition.START)) {
            return Optional.of(Hash.ZERO);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select hash from received_event where node = ? and epoch = ? and sequence = ?")) {
            select.setString(1, node.value());
            select.setInt(2, position.epoch());
            select.setLong(3, position.sequence());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the event of village " + node + " at " + position + " is not read", e);
        }
    }
}
