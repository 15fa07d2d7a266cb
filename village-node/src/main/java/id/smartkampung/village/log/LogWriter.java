package id.smartkampung.village.log;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.profile.VillageProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Numbers and chains the events of one transaction at the end of the log. */
@ApplicationScoped
class LogWriter {

    /** A broker takes records of one mebibyte; the headers and the record around the data need a little of it. */
    static final int MAX_DATA = 900 * 1024;

    private static final String LOCK_HEAD = "select epoch, sequence, hash from log_head where node = ? for update";

    /** The digest is taken from the row as it is stored now; the guard holds it against the row as it is committed. */
    private static final String APPEND = """
            with moved as (
                update log_head set epoch = ?, sequence = ?, hash = ? where node = ?
            ),
            event as materialized (
                select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                        ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                    as e(sequence, event_id, type, subject, subject_table, subject_id, time, prev_hash,
                        data_hash, hash, salt, header_hash, data)
            ),
            stored as materialized (
                select t.subject_table, g.row_id, g.digest
                from (
                    select subject_table, array_agg(subject_id) as ids from event
                    where subject_table is not null group by subject_table) t
                    cross join lateral guard_digests(t.subject_table, t.ids) g
            )
            insert into outbox (epoch, sequence, event_id, type, subject, subject_table, subject_id, time, prev_hash,
                data_hash, hash, salt, header_hash, data, row_digest)
            select ?, e.sequence, e.event_id, e.type, e.subject, e.subject_table, e.subject_id, e.time::timestamptz,
                e.prev_hash, e.data_hash, e.hash, e.salt, e.header_hash, e.data, s.digest
            from event e left join stored s on s.subject_table = e.subject_table and s.row_id = e.subject_id
            """;

    private final DataSource database;
    private final NodeId node;
    private final Clock clock;
    private final Erasures erasures;

    LogWriter(DataSource database, VillageProfile village, Clock clock, Erasures erasures) {
        this.database = database;
        this.node = village.node();
        this.clock = clock;
        this.erasures = erasures;
    }

    /** An event as it will stand in the log. */
    private record Entry(Pending.Row row, Envelope envelope) {}

    /** Bytes of an event, made before the head is locked so that the lock is short. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(Pending.Announced announced, byte[] data) {}

    /**
     * Appends in the running transaction. The lock on the head is taken here, last of all locks, and is held until the
     * commit: so the order of the numbers is the order of the commits.
     */
    void append(List<Pending.Announced> announced) {
        if (announced.isEmpty()) {
            return;
        }
        List<Written> written = announced.stream().map(LogWriter::write).toList();
        List<RowDigests.Kept> digests = RowDigests.of(announced);
        try (Connection connection = database.getConnection()) {
            insertAll(connection, chain(lockHead(connection), written));
            RowDigests.keep(connection, digests);
        } catch (SQLException e) {
            throw new LogException("the " + announced.size() + " events of a transaction were not appended", e);
        }
    }

    /** Locks the log to the end of the running transaction. */
    LogHead hold() {
        try (Connection connection = database.getConnection()) {
            return lockHead(connection);
        } catch (SQLException e) {
            throw new LogException("the log of " + node + " was not locked", e);
        }
    }

    /** Stores events that have their numbers already, under the lock of the head. */
    void insert(Connection connection, List<Envelope> events) throws SQLException {
        insertAll(
                connection,
                events.stream()
                        .map(event -> new Entry(Pending.Row.of(event.subject()), event))
                        .toList());
        RowDigests.keep(connection, RowDigests.ofLast(events));
    }

    private static Written write(Pending.Announced announced) {
        byte[] data = EventJson.write(announced.event());
        if (data.length > MAX_DATA) {
            throw new LogException("the event of " + announced.event().subject() + " has " + data.length
                    + " bytes, more than the " + MAX_DATA + " that can be sent");
        }
        return new Written(announced, data);
    }

    /** The end of the log, held to the end of the running transaction. */
    LogHead lockHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_HEAD)) {
            select.setString(1, node.value());
            try (ResultSet head = select.executeQuery()) {
                if (!head.next()) {
                    throw new LogException("the log of " + node + " was not begun in this database");
                }
                return new LogHead(
                        node,
                        new LogPosition(head.getInt("epoch"), head.getLong("sequence")),
                        Hash.of(head.getBytes("hash")));
            }
        }
    }

    private List<Entry> chain(LogHead from, List<Written> written) {
        List<Entry> entries = new ArrayList<>(written.size());
        LogHead head = from;
        for (Written next : written) {
            Envelope envelope = Envelope.next(
                    head,
                    EventType.of(next.announced().event()).wireName(),
                    next.announced().event().subject().toString(),
                    clock.instant(),
                    next.data());
            entries.add(new Entry(next.announced().row(), envelope));
            head = envelope.head();
        }
        return entries;
    }

    private void insertAll(Connection connection, List<Entry> entries) throws SQLException {
        LogHead head = entries.get(entries.size() - 1).envelope().head();
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setInt(1, head.position().epoch());
            append.setLong(2, head.position().sequence());
            append.setBytes(3, head.hash().bytes());
            append.setString(4, node.value());
            append.setArray(
                    5,
                    array(
                            connection,
                            "bigint",
                            entries,
                            e -> e.envelope().position().sequence()));
            append.setArray(
                    6, array(connection, "uuid", entries, e -> e.envelope().id()));
            append.setArray(
                    7, array(connection, "text", entries, e -> e.envelope().type()));
            append.setArray(
                    8, array(connection, "text", entries, e -> e.envelope().subject()));
            append.setArray(9, array(connection, "text", entries, e -> e.row().table()));
            append.setArray(
                    10,
                    array(
                            connection,
                            "uuid",
                            entries,
                            e -> e.row().table() == null ? null : e.row().id()));
            append.setArray(
                    11,
                    array(connection, "text", entries, e -> e.envelope().time().toString()));
            append.setArray(
                    12, bytes(connection, entries, e -> e.envelope().prevHash().bytes()));
            append.setArray(
                    13, bytes(connection, entries, e -> e.envelope().dataHash().bytes()));
            append.setArray(
                    14, bytes(connection, entries, e -> e.envelope().hash().bytes()));
            append.setArray(
                    15,
                    bytes(connection, entries, e -> unlessErased(e, e.envelope().salt())));
            append.setArray(
                    16,
                    bytes(
                            connection,
                            entries,
                            e -> e.envelope().isErased()
                                    ? e.envelope().headerHash().bytes()
                                    : null));
            append.setArray(
                    17,
                    bytes(connection, entries, e -> unlessErased(e, e.envelope().data())));
            append.setInt(18, head.position().epoch());
            int inserted = append.executeUpdate();
            if (inserted != entries.size()) {
                throw new LogException(inserted + " of " + entries.size() + " events were appended");
            }
        }
        erasures.follow(connection, entries.stream().map(Entry::envelope).toList());
    }

    private static byte[] unlessErased(Entry entry, byte[] bytes) {
        return entry.envelope().isErased() ? null : bytes;
    }

    private static Array array(Connection connection, String type, List<Entry> entries, Function<Entry, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }

    private static Array bytes(Connection connection, List<Entry> entries, Function<Entry, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", entries.stream().map(value).toArray(byte[][]::new));
    }
}
