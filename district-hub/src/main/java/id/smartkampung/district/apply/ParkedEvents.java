package id.smartkampung.district.apply;

import id.smartkampung.district.village.ParkedReason;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Events that could not be applied, with their reason; the events themselves lie in {@code received_event}. */
public final class ParkedEvents {

    private ParkedEvents() {}

    /** An event that waits for a person, and why: the code for people, the detail for those who repair. */
    public record Parked(LogPosition position, String subject, ParkedReason code, String reason) {}

    /** Subjects of which an event waits, so that later ones must wait behind it. */
    public static Set<String> subjects(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select distinct subject from parked_event where node = ?")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                Set<String> subjects = new HashSet<>();
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
                return subjects;
            }
        }
    }

    public static void store(Connection connection, NodeId node, List<Parked> events, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into parked_event (node, epoch, sequence, subject, code, reason, parked_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (Parked parked : events) {
                insert.setString(1, node.value());
                insert.setInt(2, parked.position().epoch());
                insert.setLong(3, parked.position().sequence());
                insert.setString(4, parked.subject());
                insert.setString(5, parked.code().name());
                insert.setString(6, parked.reason());
                insert.setObject(7, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** How many were parked since then, not counting those before a person let the village go on. */
    public static int countSince(Connection connection, NodeId node, Instant since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*) from parked_event p join log_cursor c using (node)
                where p.node = ? and p.parked_at > greatest(?, c.state_since)
                """)) {
            select.setString(1, node.value());
            select.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
