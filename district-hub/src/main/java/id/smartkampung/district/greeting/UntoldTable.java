package id.smartkampung.district.greeting;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.Judgement.Branch;
import id.smartkampung.model.protocol.Untold;
import id.smartkampung.model.protocol.Untold.Told;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What villages left behind a fork and have not told anew: rows that nobody has but this hub. */
public final class UntoldTable {

    /** The history that a branch leaves, as far as it is about rows: of each sequence the event of the highest epoch. */
    private static final String BEHIND = """
            select subject, epoch, sequence
            from (
                select distinct on (sequence) subject, epoch, sequence
                from received_event
                where node = ? and sequence > ? and sequence <= ? and epoch <= ?
                order by sequence, epoch desc) as history
            where split_part(subject, '/', 1) = any(?)
            order by sequence
            """;

    private static final String[] KINDS =
            Arrays.stream(CanonicalTable.values()).map(CanonicalTable::table).toArray(String[]::new);

    private UntoldTable() {}

    /** Keeps what the accepted events leave, and forgets what they tell anew; they are stored already. */
    public static void follow(Connection connection, Judgement judgement) throws SQLException {
        NodeId node = judgement.head().node();
        Untold before = find(connection, node);
        if (before.isEmpty() && judgement.branches().isEmpty()) {
            return;
        }
        Untold after = before.after(judgement, branch -> behind(connection, node, branch), UntoldTable::about);
        Set<String> told = new HashSet<>(before.places().keySet());
        told.removeAll(after.places().keySet());
        forget(connection, node, told);
        keep(connection, node, after.places());
    }

    /** The subjects whose rows may differ, since the village has yet to hear of them. */
    public static Set<String> subjects(Connection connection, NodeId node) throws SQLException {
        return find(connection, node).places().keySet();
    }

    static Untold find(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select subject, epoch, sequence from untold_event where node = ?")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                Map<String, LogPosition> places = new HashMap<>();
                while (row.next()) {
                    places.put(row.getString(1), new LogPosition(row.getInt(2), row.getLong(3)));
                }
                return new Untold(places);
            }
        }
    }

    private static List<Told> behind(Connection connection, NodeId node, Branch branch) {
        try (PreparedStatement select = connection.prepareStatement(BEHIND)) {
            select.setString(1, node.value());
            select.setLong(2, branch.common());
            select.setLong(3, branch.left().position().sequence());
            select.setInt(4, branch.left().position().epoch());
            select.setArray(5, connection.createArrayOf("text", KINDS));
            try (ResultSet row = select.executeQuery()) {
                List<Told> told = new ArrayList<>();
                while (row.next()) {
                    told.add(new Told(row.getString(1), new LogPosition(row.getInt(2), row.getLong(3))));
                }
                return told;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what village " + node + " left is not read", e);
        }
    }

    /** Rows that are named one by one are told as well: so an officer says that something is nowhere. */
    private static List<String> about(Envelope event) {
        List<String> subjects = new ArrayList<>(List.of(event.subject()));
        if (event.type().equals(EventType.SNAPSHOT_CHUNK_V1.wireName()) && !event.isSkeleton()) {
            try {
                SnapshotChunk chunk = (SnapshotChunk) EventJson.read(EventType.SNAPSHOT_CHUNK_V1, event.data());
                if (chunk.bucket() == null) {
                    chunk.absent().forEach(id -> subjects.add(chunk.table() + "/" + id));
                    List<List<? extends VillageEvent>> rows =
                            List.of(chunk.residents(), chunk.families(), chunk.requests(), chunk.mutations());
                    rows.forEach(each ->
                            each.forEach(row -> subjects.add(row.subject().toString())));
                }
            } catch (EventFormatException e) {
                // It is parked, and tells nothing yet.
                return subjects;
            }
        }
        return subjects;
    }

    private static void forget(Connection connection, NodeId node, Set<String> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from untold_event where node = ? and subject = any(?)")) {
            delete.setString(1, node.value());
            delete.setArray(2, connection.createArrayOf("text", subjects.toArray()));
            delete.executeUpdate();
        }
    }

    private static void keep(Connection connection, NodeId node, Map<String, LogPosition> places) throws SQLException {
        List<String> subjects = List.copyOf(places.keySet());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into untold_event (node, subject, epoch, sequence)
                select ?, subject, epoch, sequence
                from unnest(?::text[], ?::int[], ?::bigint[]) as u(subject, epoch, sequence)
                on conflict (node, subject) do update set (epoch, sequence) = (excluded.epoch, excluded.sequence)
                """)) {
            insert.setString(1, node.value());
            insert.setArray(2, connection.createArrayOf("text", subjects.toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "int4",
                            subjects.stream()
                                    .map(subject -> places.get(subject).epoch())
                                    .toArray(Integer[]::new)));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "int8",
                            subjects.stream()
                                    .map(subject -> places.get(subject).sequence())
                                    .toArray(Long[]::new)));
            insert.executeUpdate();
        }
    }
}
