package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which village was told of which certificates, and whether it has obeyed. */
final class CertificateTable {

    private CertificateTable() {}

    /**
     * Villages that have joined and were told otherwise, or never; locked, so that of two hubs one tells them.
     *
     * @param also those that were never told too: they know what they got when they joined
     * @param most at most so many
     */
    static List<NodeId> untold(Connection connection, Hash digest, boolean also, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select c.node from village_credential c left join village_certificate t on t.node = c.node
                where c.revoked_at is null and t.digest is distinct from ? and (t.node is not null or ?)
                order by c.node limit ? for update of c skip locked
                """)) {
            select.setBytes(1, digest.bytes());
            select.setBoolean(2, also);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                List<NodeId> nodes = new ArrayList<>();
                while (row.next()) {
                    nodes.add(new NodeId(row.getString(1)));
                }
                return nodes;
            }
        }
    }

    /** Whether any village was ever told. */
    static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select from village_certificate limit 1");
                ResultSet row = select.executeQuery()) {
            return !row.next();
        }
    }

    static void told(Connection connection, NodeId node, Hash digest, LogPosition at, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into village_certificate (node, digest, told_at, epoch, sequence) values (?, ?, ?, ?, ?)
                on conflict (node) do update set (digest, told_at, epoch, sequence, known_at) =
                    (excluded.digest, excluded.told_at, excluded.epoch, excluded.sequence, null)
                """)) {
            upsert.setString(1, node.value());
            upsert.setBytes(2, digest.bytes());
            upsert.setObject(3, now.atOffset(ZoneOffset.UTC));
            upsert.setInt(4, at.epoch());
            upsert.setLong(5, at.sequence());
            upsert.executeUpdate();
        }
    }

    /** A village has obeyed its commands up to here. */
    static void obeyed(Connection connection, NodeId node, LogPosition place, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update village_certificate set known_at = ?
                where node = ? and known_at is null and epoch = ? and sequence <= ?
                """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.setInt(3, place.epoch());
            update.setLong(4, place.sequence());
            update.executeUpdate();
        }
    }

    /** What was asked of a village is lost: it is told anew. */
    static void forget(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update village_certificate set digest = '', known_at = null where node = ?")) {
            update.setString(1, node.value());
            update.executeUpdate();
        }
    }
}
