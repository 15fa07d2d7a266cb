package id.smartkampung.district.erasure;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.ErasureJournal;
import id.smartkampung.model.log.ErasureJournal.Entry;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Empties what this hub keeps of persons whom their village erased, in the transaction that takes them out of the
 * register: raw events, parked events, what waits to be told anew, requests of the mall, full copies (ADR 35).
 */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class ErasureProjection {

    /**
     * What tells of these persons: their own events, rows that were sent once more or handed over with others, and
     * listings, since a digest of a row has no salt and can be held against a guess.
     */
    private static final String TELLING = """
            select r.epoch, r.sequence, r.event_id, r.type, r.subject, r.time, r.prev_hash, r.data_hash, r.salt
            from received_event r
            where r.node = ? and r.salt is not null and r.type <> 'resident-erased.v1'
                and (r.subject = any(?)
                    or r.type in ('snapshot-chunk.v1', 'household-handed-over.v1', 'bucket-listed.v1') and exists (
                        select from unnest(?::text[]) p where position(convert_to(p, 'UTF8') in r.data) > 0))
            """;

    private static final String EMPTY = """
            update received_event r set (data, salt, header_hash) = (''::bytea, null, e.header_hash)
            from unnest(?::int[], ?::bigint[], ?::bytea[]) as e(epoch, sequence, header_hash)
            where r.node = ? and r.epoch = e.epoch and r.sequence = e.sequence
            """;

    private static final String GIVE_UP =
            "delete from parked_event where node = ? and subject = any(?) returning epoch, sequence";

    /** What else is open of these persons. */
    private static final List<String> FORGET = List.of(
            "delete from skipped_event where node = ? and subject = any(?)",
            "delete from untold_event where node = ? and subject = any(?)");

    /** With what its programs were answered, and would be answered again. */
    private static final String EMPTY_MALL = """
            with emptied as (update mall_request set (subject_masked, purpose_text, contact, note) = ('', null, null, null)
                where node = ? and resident_id = any(?) returning id)
            update repeated_call set body = '' from emptied where position(convert_to(id::text, 'UTF8') in body) > 0
            """;

    /** As whoever takes up a copy does: so none begins between what is ended here and the commit. */
    private static final String HOLD_COPIES = "select pg_advisory_xact_lock(hashtextextended('export', 0))";

    /** A copy is of one moment: those that are done end, those under way begin anew behind this erasure. */
    private static final String END_COPIES = """
            update export set state = case when state = 'READY' then 'EXPIRED' else 'WAITING' end
            where state in ('READY', 'RUNNING') and types && array['RESIDENT', 'MUTATION']
            """;

    private static final String REMEMBER = """
            insert into erasure (node, resident_id, epoch, sequence, ground, erased_at) values (?, ?, ?, ?, ?, ?)
            on conflict (node, resident_id) do update
            set (epoch, sequence, broker_emptied_at) = (excluded.epoch, excluded.sequence, null)
            """;

    /** As PostgreSQL says it of its own files: none of the event's trouble, so it is tried again and not parked. */
    private static final String IO_ERROR = "58030";

    private final AgroalDataSource database;
    private final ErasureJournal journal;
    private final Clock clock;

    ErasureProjection(AgroalDataSource database, ErasureConfig config, Clock clock) {
        this.database = database;
        this.journal = new ErasureJournal(config.journal());
        this.clock = clock;
    }

    /**
     * Empties it; the rows of the persons are gone already.
     *
     * @return where events waited that now wait for nothing any more
     */
    public List<LogPosition> erase(NodeId node, List<Applied<ResidentErased>> erased) throws SQLException {
        if (erased.isEmpty()) {
            return List.of();
        }
        List<LogPosition> givenUp;
        List<UUID> persons =
                erased.stream().map(each -> each.event().residentId()).toList();
        String[] subjects = persons.stream().map(id -> "resident/" + id).toArray(String[]::new);
        try (Connection connection = database.getConnection()) {
            int emptied = empty(connection, telling(connection, node, persons, subjects), node);
            givenUp = giveUp(connection, node, subjects);
            for (String forget : FORGET) {
                run(connection, forget, node, "text", subjects);
            }
            run(connection, EMPTY_MALL, node, "uuid", persons.toArray());
            endCopies();
            remember(connection, node, erased);
            Log.infof("%d persons of village %s were erased, and %d events emptied", persons.size(), node, emptied);
        }
        write(node, erased);
        return givenUp;
    }

    /**
     * Holds the village to the end of the transaction, as whoever applies its events does.
     *
     * @return whether it is known here
     */
    public boolean hold(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select from log_cursor where node = ? for update")) {
            lock.setString(1, node.value());
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    /** No copy that has somebody who is to be seen no more is given out any longer. */
    public void endCopies() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement hold = connection.prepareStatement(HOLD_COPIES);
                PreparedStatement end = connection.prepareStatement(END_COPIES)) {
            hold.execute();
            end.executeUpdate();
        }
    }

    /** What the journal knows and the database does not, since it was restored from an older backup. */
    public Map<NodeId, List<Applied<ResidentErased>>> forgotten() throws SQLException {
        List<Entry> entries = read();
        if (entries.isEmpty()) {
            return Map.of();
        }
        Set<String> known = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select node, resident_id from erasure");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.add(row.getString(1) + " " + row.getString(2));
            }
        }
        return entries.stream()
                .filter(entry -> known.add(entry.node().value() + " " + entry.residentId()))
                .collect(Collectors.groupingBy(
                        Entry::node,
                        Collectors.mapping(
                                entry -> new Applied<>(
                                        entry.position(),
                                        new ResidentErased(entry.residentId(), ErasureGround.valueOf(entry.ground()))),
                                Collectors.toList())));
    }

    private static List<Envelope> telling(Connection connection, NodeId node, List<UUID> persons, String[] subjects)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TELLING)) {
            select.setString(1, node.value());
            select.setArray(2, connection.createArrayOf("text", subjects));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", persons.stream().map(UUID::toString).toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<Envelope> events = new ArrayList<>();
                while (row.next()) {
                    events.add(header(node, row));
                }
                return events;
            }
        }
    }

    /** An event as far as its header goes. */
    private static Envelope header(NodeId node, ResultSet row) throws SQLException {
        return new Envelope(
                node,
                new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                Hash.of(row.getBytes("prev_hash")),
                Hash.of(row.getBytes("data_hash")),
                row.getBytes("salt"),
                new byte[0]);
    }

    private static int empty(Connection connection, List<Envelope> telling, NodeId node) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EMPTY)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "int4",
                            telling.stream().map(e -> e.position().epoch()).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "int8",
                            telling.stream().map(e -> e.position().sequence()).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            telling.stream().map(e -> e.headerHash().bytes()).toArray(byte[][]::new)));
            update.setString(4, node.value());
            return update.executeUpdate();
        }
    }

    private static List<LogPosition> giveUp(Connection connection, NodeId node, String[] subjects) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(GIVE_UP)) {
            delete.setString(1, node.value());
            delete.setArray(2, connection.createArrayOf("text", subjects));
            try (ResultSet row = delete.executeQuery()) {
                List<LogPosition> givenUp = new ArrayList<>();
                while (row.next()) {
                    givenUp.add(new LogPosition(row.getInt(1), row.getLong(2)));
                }
                return givenUp;
            }
        }
    }

    private static void run(Connection connection, String statement, NodeId node, String type, Object[] which)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, node.value());
            update.setArray(2, connection.createArrayOf(type, which));
            update.executeUpdate();
        }
    }

    private void remember(Connection connection, NodeId node, List<Applied<ResidentErased>> erased)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            for (Applied<ResidentErased> each : erased) {
                insert.setString(1, node.value());
                insert.setObject(2, each.event().residentId());
                insert.setInt(3, each.position().epoch());
                insert.setLong(4, each.position().sequence());
                insert.setString(5, each.event().ground().name());
                insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void write(NodeId node, List<Applied<ResidentErased>> erased) throws SQLException {
        Set<Entry> known = new HashSet<>(read());
        try {
            journal.add(erased.stream()
                    .map(each -> new Entry(
                            node,
                            each.event().residentId(),
                            each.position(),
                            each.event().ground().name()))
                    .filter(entry -> !known.contains(entry))
                    .toList());
        } catch (IOException e) {
            throw new SQLException("the journal of erasures was not written, so nothing is erased", IO_ERROR, e);
        }
    }

    private List<Entry> read() throws SQLException {
        try {
            return journal.read();
        } catch (IOException e) {
            throw new SQLException("the journal of erasures is not read", IO_ERROR, e);
        }
    }
}
