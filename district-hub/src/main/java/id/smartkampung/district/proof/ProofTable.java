package id.smartkampung.district.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last proof of each village. */
final class ProofTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProofTable() {}

    /** A checkpoint was compared, whatever came of it. */
    static void checked(Connection connection, NodeId node, LogPosition position, Instant now, boolean whole)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into proof as p (node, checked_epoch, checked_sequence, checked_at, full_at)
                values (?, ?, ?, ?, ?)
                on conflict (node) do update
                set (checked_epoch, checked_sequence, checked_at, full_at) = (
                    excluded.checked_epoch, excluded.checked_sequence, excluded.checked_at,
                    coalesce(excluded.full_at, p.full_at))
                """)) {
            OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
            upsert.setString(1, node.value());
            upsert.setInt(2, position.epoch());
            upsert.setLong(3, position.sequence());
            upsert.setObject(4, at);
            upsert.setObject(5, whole ? at : null, Types.TIMESTAMP_WITH_TIMEZONE);
            upsert.executeUpdate();
        }
    }

    /** The rows were equal at the checkpoint just checked. */
    static void proven(
            Connection connection, NodeId node, Applied<CheckpointTaken> checkpoint, Instant now, int explained)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update proof
                set epoch = ?, sequence = ?, proven_at = ?, digest_version = ?, tables = ?::jsonb,
                    key_id = ?, signature = ?, explained = ?
                where node = ?
                """)) {
            CheckpointTaken said = checkpoint.event();
            update.setInt(1, checkpoint.position().epoch());
            update.setLong(2, checkpoint.position().sequence());
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setInt(4, said.digestVersion());
            update.setString(5, json(said.tables()));
            update.setString(6, said.keyId());
            update.setString(7, said.signature());
            update.setInt(8, explained);
            update.setString(9, node.value());
            update.executeUpdate();
        }
    }

    /** The rows are equal but for those of which an event waits. */
    static void explained(Connection connection, NodeId node, Instant now, int explained) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update proof set explained = ?, checked_at = ? where node = ?")) {
            update.setInt(1, explained);
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setString(3, node.value());
            update.executeUpdate();
        }
    }

    static void supersede(Connection connection, NodeId node, int checkpoints) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into proof as p (node, superseded) values (?, ?)
                on conflict (node) do update set superseded = p.superseded + excluded.superseded
                """)) {
            upsert.setString(1, node.value());
            upsert.setInt(2, checkpoints);
            upsert.executeUpdate();
        }
    }

    static boolean isWholeProofDue(Connection connection, NodeId node, Instant before) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from proof where node = ? and full_at > ?")) {
            select.setString(1, node.value());
            select.setObject(2, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }

    static Optional<Control.Proven> lastProven(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select epoch, sequence, proven_at from proof where node = ? and proven_at is not null")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Control.Proven(
                        new LogPosition(row.getInt(1), row.getLong(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
    }

    private static String json(List<CheckpointTaken.Table> tables) {
        try {
            return JSON.writeValueAsString(tables.stream()
                    .map(table -> Map.of("table", table.table(), "count", table.count(), "root", table.root()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what was proven cannot be written", e);
        }
    }
}
