package id.smartkampung.district.inbox;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Judgement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions up to which the logs have been applied. */
final class CursorTable {

    private static final String CURSOR = """
            select node, epoch, sequence, hash, head_epoch, head_sequence, gap_to, state, broker_topic_id, broker_offset
            from log_cursor
            """;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final long FURTHEST_SECONDS = Duration.ofDays(365_000).toSeconds();

    private CursorTable() {}

    /**
     * The cursor of a village, locked to the end of the transaction; empty when the village is not registered.
     *
     * @param patience how long this transaction waits for any lock; longer is an {@link SQLException} that says so
     */
    static Optional<Cursor> lock(Connection connection, NodeId node, Duration patience) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("set local lock_timeout = " + patience.toMillis());
        }
        try (PreparedStatement select = connection.prepareStatement(CURSOR + "where node = ? for update")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(cursor(row)) : Optional.empty();
            }
        }
    }

    /** Whether somebody else kept what had to be locked. */
    static boolean isLockedOut(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    static Map<NodeId, Cursor> find(Connection connection, Collection<NodeId> nodes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CURSOR + "where node = any(?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", nodes.stream().map(NodeId::value).toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<NodeId, Cursor> cursors = new HashMap<>();
                while (row.next()) {
                    Cursor cursor = cursor(row);
                    cursors.put(cursor.head().node(), cursor);
                }
                return cursors;
            }
        }
    }

    /** Stores where the village now stands, that it was heard, and tells the open pages at commit. */
    static void store(Connection connection, Cursor cursor, Judgement judgement, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with heard as (
                    update village set last_heard_at = ?, version = coalesce(?, version) where node = ?),
                moved as (
                    update log_cursor c
                    set epoch = ?, sequence = ?, hash = ?,
                        head_epoch = ?, head_sequence = ?, head_at = coalesce(?, head_at),
                        broker_topic_id = ?, broker_offset = ?,
                        last_event_at = coalesce(?, last_event_at), last_applied_at = coalesce(?, last_applied_at),
                        repeats = repeats + ?,
                        gap_from = n.gap_from, gap_to = n.gap_to,
                        gap_since = case when n.gap_to is null then null else coalesce(c.gap_since, n.at) end,
                        behind_since = case when n.behind then coalesce(c.behind_since, n.at) end,
                        -- a head that lay in the topic while no hub was there says nothing of the clock
                        clock_off_ms = case
                            when n.clock_off is null then c.clock_off_ms
                            when n.clock_off > 0 or v.last_heard_at > n.at - interval '15 minutes' then n.clock_off
                            else 0 end,
                        state = n.state, state_since = case when c.state = n.state then c.state_since else n.at end
                    from (select ?::bigint, ?::bigint, ?::text, ?::timestamptz, ?::boolean, ?::bigint)
                            as n(gap_from, gap_to, state, at, behind, clock_off),
                        village v
                    where c.node = ? and v.node = c.node)
                select pg_notify('kampung_hub', ?)
                """)) {
            Control.Head announced = judgement.announced();
            String node = cursor.head().node().value();
            OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
            boolean moved = !judgement.accepted().isEmpty();
            Instant lastEvent = moved
                    ? judgement
                            .accepted()
                            .get(judgement.accepted().size() - 1)
                            .envelope()
                            .time()
                    : null;
            int i = 0;
            update.setObject(++i, at);
            update.setString(++i, announced == null ? null : announced.version());
            update.setString(++i, node);
            update.setInt(++i, cursor.head().position().epoch());
            update.setLong(++i, cursor.head().position().sequence());
            update.setBytes(++i, cursor.head().hash().bytes());
            update.setObject(
                    ++i, cursor.announced() == null ? null : cursor.announced().epoch(), Types.INTEGER);
            update.setObject(
                    ++i, cursor.announced() == null ? null : cursor.announced().sequence(), Types.BIGINT);
            update.setObject(++i, announced == null ? null : at, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setString(++i, cursor.topicId());
            update.setLong(++i, cursor.offset());
            update.setObject(
                    ++i, lastEvent == null ? null : lastEvent.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setObject(++i, moved ? at : null, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setInt(++i, judgement.repeats());
            update.setObject(
                    ++i,
                    cursor.gapTo() == null ? null : cursor.head().position().sequence() + 1,
                    Types.BIGINT);
            update.setObject(++i, cursor.gapTo(), Types.BIGINT);
            update.setString(++i, cursor.state().name());
            update.setObject(++i, at);
            update.setBoolean(++i, cursor.isBehind());
            update.setObject(++i, announced == null ? null : millisAhead(now, announced.at()), Types.BIGINT);
            update.setString(++i, node);
            update.setString(++i, node);
            update.execute();
        }
    }

    /** A clock may say anything, also what no table can hold. */
    private static long millisAhead(Instant now, Instant said) {
        long seconds = Duration.between(now, said).toSeconds();
        return Math.max(-FURTHEST_SECONDS, Math.min(FURTHEST_SECONDS, seconds)) * 1000;
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        int headEpoch = row.getInt("head_epoch");
        LogPosition announced = row.wasNull() ? null : new LogPosition(headEpoch, row.getLong("head_sequence"));
        LogPosition applied = new LogPosition(row.getInt("epoch"), row.getLong("sequence"));
        return new Cursor(
                new LogHead(new NodeId(row.getString("node")), applied, Hash.of(row.getBytes("hash"))),
                announced,
                row.getObject("gap_to", Long.class),
                Cursor.State.valueOf(row.getString("state")),
                row.getString("broker_topic_id"),
                row.getLong("broker_offset"));
    }
}
