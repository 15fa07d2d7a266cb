package id.smartkampung.district.greeting;

import id.smartkampung.model.log.CarriedEvent;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What a village that was restored gets back of its own log: the history that holds, with its data. */
final class GivenBack {

    private static final int MOST_EVENTS = 200;
    private static final int MOST_BYTES = 256 * 1024;

    /** Of each sequence the event of the highest epoch: what a village left when it forked is not its history. */
    private static final String AFTER = """
            select distinct on (sequence) epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, salt, data,
                header_hash
            from received_event
            where node = ? and sequence > ? and sequence <= ? and sequence <= ?
            order by sequence, epoch desc
            """;

    /** What was left behind a fork and not told anew, as far as its data is kept. */
    private static final String UNTOLD = """
            select r.epoch, r.sequence, r.event_id, r.type, r.subject, r.time, r.prev_hash, r.data_hash, r.salt, r.data,
                r.header_hash
            from untold_event u join received_event r using (node, epoch, sequence)
            where u.node = ? and u.subject > ? and r.data is not null
            order by u.subject
            limit ?
            """;

    private GivenBack() {}

    /** The last event of each subject behind this one. */
    static List<CarriedEvent> untold(Connection connection, NodeId node, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNTOLD)) {
            select.setString(1, node.value());
            select.setString(2, subject);
            select.setInt(3, MOST_EVENTS);
            return events(select);
        }
    }

    /** The events behind a sequence, up to the first whose payload is no longer kept. */
    static List<CarriedEvent> after(Connection connection, LogHead applied, long sequence) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setString(1, applied.node().value());
            select.setLong(2, sequence);
            select.setLong(3, sequence + MOST_EVENTS);
            select.setLong(4, applied.position().sequence());
            return events(select);
        }
    }

    private static List<CarriedEvent> events(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<CarriedEvent> events = new ArrayList<>();
            int bytes = 0;
            while (row.next() && row.getBytes("data") != null) {
                bytes += row.getBytes("data").length;
                if (bytes > MOST_BYTES && !events.isEmpty()) {
                    break;
                }
                events.add(event(row));
            }
            return events;
        }
    }

    private static CarriedEvent event(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        byte[] headerHash = row.getBytes("header_hash");
        return new CarriedEvent(
                row.getInt("epoch"),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                Hash.of(row.getBytes("prev_hash")).hex(),
                Hash.of(row.getBytes("data_hash")).hex(),
                salt == null ? "" : Base64.getEncoder().encodeToString(salt),
                Base64.getEncoder().encodeToString(row.getBytes("data")),
                headerHash == null ? null : Hash.of(headerHash).hex());
    }
}
