package id.smartkampung.district.feed;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.log.LogPosition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the feed tells, each time within one snapshot that the caller has opened. */
public final class FeedQueries {

    private static final String HEADS = """
            select c.node, v.kode_desa, c.epoch, c.sequence,
                coalesce((select max(number) from late_change l where l.node = c.node), 0) as late
            from log_cursor c join village v on v.node = c.node
            order by c.node
            """;

    private static final String STEPS = """
            select w.node, e.epoch, e.sequence, e.late, e.type, e.subject, e.time,
                p.node is not null as waiting, s.node is not null as left_out,
                case when e.type = '%s' then e.data end as chunk
            from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::int[])
                    as w(node, epoch, sequence, late, most)
                cross join lateral (%s) e
                left join parked_event p
                    on p.node = w.node and p.epoch = e.epoch and p.sequence = e.sequence
                left join skipped_event s
                    on s.node = w.node and s.epoch = e.epoch and s.sequence = e.sequence
            order by w.node collate "C", e.late, e.epoch, e.sequence
            """;

    private static final String IN_TURN = STEPS.formatted(EventType.SNAPSHOT_CHUNK_V1.wireName(), """
            select r.epoch, r.sequence, 0::bigint as late, r.type, r.subject, r.time, r.data
            from received_event r
            where r.node = w.node and (r.epoch, r.sequence) > (w.epoch, w.sequence)
            order by r.epoch, r.sequence limit w.most""");

    private static final String LATE = STEPS.formatted(EventType.SNAPSHOT_CHUNK_V1.wireName(), """
            select r.epoch, r.sequence, l.number as late, r.type, r.subject, r.time, r.data
            from late_change l
                join received_event r on r.node = l.node and r.epoch = l.epoch and r.sequence = l.sequence
            where l.node = w.node and l.number > w.late
            order by l.number limit w.most""");

    private FeedQueries() {}

    /** How far a village was applied, and the kode desa that it has today. */
    public record Head(String node, String desa, Place end) {}

    /** What is to be read of a village: behind a place, and at most so many positions. */
    record Wish(String node, Place after, int most) {}

    /**
     * A position of a log.
     *
     * @param late number of the late change; 0 where it is told in its turn
     * @param chunk the rows of a chunk of a snapshot; null for all else, and for one that cannot be read and is parked
     * @param emptied whether it was such a chunk and nobody knows any more which rows it told
     */
    record Step(
            String node,
            LogPosition position,
            long late,
            String type,
            String subject,
            Instant at,
            boolean waiting,
            boolean leftOut,
            SnapshotChunk chunk,
            boolean emptied) {}

    /** The key of a row. */
    record RowKey(String node, UUID id) {}

    /** Makes all reads of this transaction see the same moment; the first thing that is done in it. */
    public static void beginSnapshot(Connection connection) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("set transaction isolation level repeatable read, read only")) {
            set.execute();
        }
    }

    /** In the order of the nodes. */
    public static List<Head> heads(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEADS);
                ResultSet row = select.executeQuery()) {
            List<Head> heads = new ArrayList<>();
            while (row.next()) {
                LogPosition position = new LogPosition(row.getInt("epoch"), row.getLong("sequence"));
                heads.add(new Head(
                        row.getString("node"), row.getString("kode_desa"), new Place(position, row.getLong("late"))));
            }
            return heads;
        }
    }

    /** The next positions of some villages, village by village in the order of their logs. */
    static List<Step> inTurn(Connection connection, List<Wish> wishes) throws SQLException {
        return steps(connection, IN_TURN, wishes);
    }

    /** What took effect after its turn, village by village in the order in which it did. */
    static List<Step> late(Connection connection, List<Wish> wishes) throws SQLException {
        return steps(connection, LATE, wishes);
    }

    private static List<Step> steps(Connection connection, String query, List<Wish> wishes) throws SQLException {
        if (wishes.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, texts(connection, wishes.stream().map(Wish::node).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            wishes.stream()
                                    .map(wish -> wish.after().position().epoch())
                                    .toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            wishes.stream()
                                    .map(wish -> wish.after().position().sequence())
                                    .toArray()));
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "int8",
                            wishes.stream().map(wish -> wish.after().late()).toArray()));
            select.setArray(
                    5,
                    connection.createArrayOf(
                            "int4", wishes.stream().map(Wish::most).toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<Step> steps = new ArrayList<>();
                while (row.next()) {
                    byte[] chunk = row.getBytes("chunk");
                    steps.add(new Step(
                            row.getString("node"),
                            new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                            row.getLong("late"),
                            row.getString("type"),
                            row.getString("subject"),
                            row.getObject("time", OffsetDateTime.class).toInstant(),
                            row.getBoolean("waiting"),
                            row.getBoolean("left_out"),
                            chunk(chunk),
                            chunk != null && chunk.length == 0));
                }
                return steps;
            }
        }
    }

    private static SnapshotChunk chunk(byte[] data) {
        try {
            return data == null ? null : (SnapshotChunk) EventJson.read(EventType.SNAPSHOT_CHUNK_V1, data);
        } catch (EventFormatException e) {
            return null;
        }
    }

    /** The present public rows of some keys, as JSON; a row that is no more has none. */
    static Map<RowKey, String> rows(Connection connection, RowType type, boolean open, List<RowKey> keys)
            throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String query = "select x.node, x.id, row_to_json(x)::text from (" + type.select(open)
                + ") x join unnest(?::text[], ?::uuid[]) as k(node, id) on k.node = x.node and k.id = x.id";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, texts(connection, keys.stream().map(RowKey::node).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(RowKey::id).toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<RowKey, String> rows = new HashMap<>();
                while (row.next()) {
                    rows.put(new RowKey(row.getString(1), row.getObject(2, UUID.class)), row.getString(3));
                }
                return rows;
            }
        }
    }

    /** The present public rows of a village in one bucket of its digests, as JSON in the order of their ids. */
    static List<String> bucket(Connection connection, RowType type, boolean open, String node, int bucket)
            throws SQLException {
        String query = "select row_to_json(x)::text from (" + type.select(open)
                + ") x where x.node = ? and get_byte(sha256(uuid_send(x.id)), 0) = ? order by x.id";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, node);
            select.setInt(2, bucket);
            try (ResultSet row = select.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        }
    }

    private static Array texts(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }
}
