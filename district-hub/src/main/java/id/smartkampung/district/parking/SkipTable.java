package id.smartkampung.district.parking;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.Officer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Who wants to leave out what, and what two people have left out. */
final class SkipTable {

    private SkipTable() {}

    /** A skip that waits for a second person; events after the last one are not meant. */
    record Asked(LogPosition last, UUID by, String name, Instant at, String reason) {}

    static Optional<Asked> find(Connection connection, NodeId node, String subject) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from skip_request where node = ? and subject = ?")) {
            select.setString(1, node.value());
            select.setString(2, subject);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Asked(
                        new LogPosition(row.getInt("last_epoch"), row.getLong("last_seq")),
                        row.getObject("asked_by", UUID.class),
                        row.getString("asked_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("asked_reason")));
            }
        }
    }

    static void store(Connection connection, NodeId node, String subject, Asked asked) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into skip_request values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, node.value());
            insert.setString(2, subject);
            insert.setInt(3, asked.last().epoch());
            insert.setLong(4, asked.last().sequence());
            insert.setObject(5, asked.by());
            insert.setString(6, asked.name());
            insert.setObject(7, asked.at().atOffset(ZoneOffset.UTC));
            insert.setString(8, asked.reason());
            insert.executeUpdate();
        }
    }

    static boolean drop(Connection connection, NodeId node, String subject) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from skip_request where node = ? and subject = ?")) {
            delete.setString(1, node.value());
            delete.setString(2, subject);
            return delete.executeUpdate() > 0;
        }
    }

    /** Moves the parked events that were meant over to the skipped ones. */
    static int skip(
            Connection connection,
            NodeId node,
            String subject,
            Asked asked,
            Officer confirmer,
            Instant now,
            String reason)
            throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("""
                with gone as (
                    delete from parked_event
                    where node = ? and subject = ? and (epoch, sequence) <= (?, ?)
                    returning *)
                insert into skipped_event (node, epoch, sequence, subject, code, reason, parked_at,
                    asked_name, asked_at, asked_reason, confirmed_name, confirmed_at, confirmed_reason)
                select node, epoch, sequence, subject, code, reason, parked_at, ?, ?, ?, ?, ?, ? from gone
                """)) {
            move.setString(1, node.value());
            move.setString(2, subject);
            move.setInt(3, asked.last().epoch());
            move.setLong(4, asked.last().sequence());
            move.setString(5, asked.name());
            move.setObject(6, asked.at().atOffset(ZoneOffset.UTC));
            move.setString(7, asked.reason());
            move.setString(8, confirmer.username());
            move.setObject(9, now.atOffset(ZoneOffset.UTC));
            move.setString(10, reason);
            return move.executeUpdate();
        }
    }
}
