package id.smartkampung.district.apply;

import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.village.ParkedReason;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The parked events of one subject, brought back as they came, and what becomes of them. */
public final class WaitingEvents {

    private WaitingEvents() {}

    /**
     * A parked event of a subject.
     *
     * @param event null when its data is no longer kept
     */
    public record Waiting(LogPosition position, ParkedReason code, Envelope event) {}

    /** In the order of the log. */
    public static List<Waiting> of(Connection connection, NodeId node, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select p.epoch, p.sequence, p.code, r.event_id, r.type, r.subject, r.time, r.prev_hash, r.data_hash,
                    r.salt, r.data
                from parked_event p join received_event r using (node, epoch, sequence)
                where p.node = ? and p.subject = ?
                order by p.epoch, p.sequence
                """)) {
            select.setString(1, node.value());
            select.setString(2, subject);
            try (ResultSet row = select.executeQuery()) {
                List<Waiting> waiting = new ArrayList<>();
                while (row.next()) {
                    LogPosition position = new LogPosition(row.getInt("epoch"), row.getLong("sequence"));
                    waiting.add(new Waiting(
                            position, ParkedReason.valueOf(row.getString("code")), envelope(row, node, position)));
                }
                return waiting;
            }
        }
    }

    private static Envelope envelope(ResultSet row, NodeId node, LogPosition position) throws SQLException {
        byte[] data = row.getBytes("data");
        if (data == null) {
            return null;
        }
        return new Envelope(
                node,
                position,
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                Hash.of(row.getBytes("prev_hash")),
                Hash.of(row.getBytes("data_hash")),
                row.getBytes("salt"),
                data);
    }

    /** After a replay only those that could still not be applied wait, each with its reason of today. */
    public static void keepOnly(Connection connection, NodeId node, String subject, List<Parked> left)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from parked_event p where node = ? and subject = ?
                and not exists (
                    select from unnest(?::int[], ?::bigint[]) as kept(epoch, sequence)
                    where kept.epoch = p.epoch and kept.sequence = p.sequence)
                """)) {
            delete.setString(1, node.value());
            delete.setString(2, subject);
            delete.setArray(
                    3,
                    connection.createArrayOf(
                            "int",
                            left.stream()
                                    .map(parked -> parked.position().epoch())
                                    .toArray()));
            delete.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            left.stream()
                                    .map(parked -> parked.position().sequence())
                                    .toArray()));
            delete.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update parked_event set code = ?, reason = ? where node = ? and epoch = ? and sequence = ?")) {
            for (Parked parked : left) {
                update.setString(1, parked.code().name());
                update.setString(2, parked.reason());
                update.setString(3, node.value());
                update.setInt(4, parked.position().epoch());
                update.setLong(5, parked.position().sequence());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
