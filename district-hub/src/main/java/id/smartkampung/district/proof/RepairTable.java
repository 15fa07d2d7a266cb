package id.smartkampung.district.proof;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.Repair;
import id.smartkampung.model.proof.RowDifferences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Repairs under way, and the incidents that tell of them. */
final class RepairTable {

    /** So many rows are named; how many there are is told in any case. */
    private static final int NAMED = 20;

    private RepairTable() {}

    /** The repair of a village; its cursor is locked by the caller, so nobody else has it. */
    static Optional<Repair> find(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select step, awaited, asked, explained, failures from repair where node = ?")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Repair(
                                Repair.Step.valueOf(row.getString(1)),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5)))
                        : Optional.empty();
            }
        }
    }

    static void store(Connection connection, NodeId node, LogPosition position, Repair repair, Instant now)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into repair (node, since, epoch, sequence, step, awaited, asked, explained, failures)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (node) do update
                set (step, awaited, asked, explained, failures) =
                    (excluded.step, excluded.awaited, excluded.asked, excluded.explained, excluded.failures)
                """)) {
            upsert.setString(1, node.value());
            upsert.setObject(2, now.atOffset(ZoneOffset.UTC));
            upsert.setInt(3, position.epoch());
            upsert.setLong(4, position.sequence());
            upsert.setString(5, repair.step().name());
            upsert.setInt(6, repair.awaited());
            upsert.setInt(7, repair.asked());
            upsert.setInt(8, repair.explained());
            upsert.setInt(9, repair.failures());
            upsert.executeUpdate();
        }
    }

    static void end(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from repair where node = ?")) {
            delete.setString(1, node.value());
            delete.executeUpdate();
        }
    }

    /** Records that rows differ, before it is known which. */
    static void diverged(Connection connection, NodeId node, LogPosition position, Set<String> tables, Instant now)
            throws SQLException {
        incident(connection, node, "DIVERGED", position, "rows differ: " + String.join(", ", tables), now);
    }

    /** Records that rows were changed here by no event, before it is known which. */
    static void changed(Connection connection, NodeId node, LogPosition position, List<String> tables, Instant now)
            throws SQLException {
        incident(connection, node, "CHANGED", position, "rows changed here: " + String.join(", ", tables), now);
    }

    /** Records that events came without their data. */
    static void lost(Connection connection, NodeId node, LogPosition position, Instant now) throws SQLException {
        incident(connection, node, "LOST", position, "events came without their data", now);
    }

    /** Names the rows in the incident of the repair. */
    static void name(Connection connection, NodeId node, String table, RowDifferences rows, Instant now)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update incident i set detail = i.detail || ?, last_at = ?
                from repair r
                where r.node = ? and i.node = r.node and i.kind in ('DIVERGED', 'CHANGED')
                    and i.epoch = r.epoch and i.sequence = r.sequence
                """)) {
            update.setString(1, "; " + table + ": " + words(rows));
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setString(3, node.value());
            update.executeUpdate();
        }
    }

    /** What was found is put right or explained. */
    static void settle(Connection connection, NodeId node, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update incident set settled_at = ?
                where node = ? and kind in ('DIVERGED', 'CHANGED', 'LOST') and settled_at is null
                """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.executeUpdate();
        }
    }

    private static void incident(
            Connection connection, NodeId node, String kind, LogPosition position, String detail, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into incident as i (node, kind, epoch, sequence, detail, at, last_at, broker_offset)
                values (?, ?, ?, ?, ?, ?, ?, 0)
                on conflict (node, kind, epoch, sequence) do update
                set times = i.times + 1, last_at = excluded.last_at, settled_at = null
                """)) {
            insert.setString(1, node.value());
            insert.setString(2, kind);
            insert.setInt(3, position.epoch());
            insert.setLong(4, position.sequence());
            insert.setString(5, detail);
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static String words(RowDifferences rows) {
        return "altered " + some(rows.altered()) + ", missing " + some(rows.missing()) + ", extra "
                + some(rows.extra());
    }

    private static String some(List<UUID> ids) {
        String named = ids.stream().limit(NAMED).map(UUID::toString).collect(Collectors.joining(" "));
        return ids.size() + (ids.isEmpty() ? "" : " (" + named + (ids.size() > NAMED ? " …" : "") + ")");
    }
}
