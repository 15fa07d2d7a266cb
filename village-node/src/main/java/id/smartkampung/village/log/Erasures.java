package id.smartkampung.village.log;

import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.ErasureJournal;
import id.smartkampung.model.log.ErasureJournal.Entry;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Empties what this village keeps of persons who were erased, in the transaction that appends the event of it, and once
 * more after a restore from an older backup (ADR 35).
 */
@ApplicationScoped
public class Erasures {

    /**
     * What tells of these persons: their own events, rows that were sent once more or handed over with others, and
     * listings, since a digest of a row has no salt and can be held against a guess. The district waits for a listing and
     * cannot go on without it, and without a household that is handed over the others of it would be lost: one that it
     * has not applied is left to its time.
     */
    private static final String TELLING = """
            select o.epoch, o.sequence, o.event_id, o.type, o.subject, o.time, o.prev_hash, o.data_hash, o.salt
            from outbox o
            where o.salt is not null
                and o.type <> 'resident-erased.v1'
                and (o.subject = any(?)
                    or o.type in ('snapshot-chunk.v1', 'household-handed-over.v1', 'bucket-listed.v1') and exists (
                        select from unnest(?::text[]) p where position(convert_to(p, 'UTF8') in o.data) > 0))
                and (o.type not in ('household-handed-over.v1', 'bucket-listed.v1') or exists (
                    select from log_state s where (s.acked_epoch, s.acked_sequence) >= (o.epoch, o.sequence)))
            """;

    private static final String ERASE = "select erase_persons(?::uuid[], ?::int[], ?::bigint[], ?::bytea[])";

    private static final String ERASE_AGAIN = "select erase_again(?::uuid[])";

    private static final String STILL_HERE = "select id from resident where id = any(?::uuid[])";

    private static final String TOLD =
            "select distinct subject_id from outbox where type = 'resident-erased.v1' and subject_id = any(?::uuid[])";

    private final DataSource database;
    private final ErasureJournal journal;
    private final NodeId node;

    Erasures(DataSource database, LogConfig config, VillageProfile village) {
        this.database = database;
        this.journal = new ErasureJournal(config.erasures());
        this.node = village.node();
    }

    /** Follows events that have just been appended; the rows of the persons are gone already. */
    void follow(Connection connection, List<Envelope> appended) throws SQLException {
        List<Entry> erased = new ArrayList<>();
        for (Envelope event : appended) {
            if (event.type().equals(EventType.RESIDENT_ERASED_V1.wireName()) && !event.isSkeleton()) {
                erased.add(entry(event));
            }
        }
        if (erased.isEmpty()) {
            return;
        }
        int emptied = empty(connection, persons(erased));
        try {
            journal.add(erased);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of erasures was not written, so nothing is erased", e);
        }
        Log.infof("%d persons were erased, and %d events emptied", erased.size(), emptied);
    }

    /** After a restore: whoever was erased since is erased before anybody works here. Says how many were there again. */
    int replay(Connection connection) throws SQLException {
        List<UUID> persons = new ArrayList<>(persons(journalled()));
        if (persons.isEmpty()) {
            return 0;
        }
        int gone;
        try (PreparedStatement erase = connection.prepareStatement(ERASE_AGAIN)) {
            erase.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            gone = number(erase);
        }
        persons.removeAll(ids(connection, STILL_HERE, persons));
        int emptied = empty(connection, persons);
        if (gone + emptied > 0) {
            RowDigests.keep(
                    connection,
                    persons.stream()
                            .map(person -> new RowDigests.Kept(CanonicalTable.RESIDENT, person, null))
                            .toList());
            Log.warnf("ERASURE journal replayed: %d persons were here again, %d events emptied", gone, emptied);
        }
        return gone;
    }

    /** Erasures of which this log does not tell: it was restored from a backup before they were sent. */
    public List<ResidentErased> untold() {
        List<Entry> entries = journalled();
        if (entries.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            Set<UUID> told = ids(connection, TOLD, persons(entries));
            return entries.stream()
                    .filter(entry -> told.add(entry.residentId()))
                    .map(entry -> new ResidentErased(entry.residentId(), ErasureGround.valueOf(entry.ground())))
                    .toList();
        } catch (SQLException e) {
            throw new LogException("which erasures were told was not read", e);
        }
    }

    /** Who was erased here, also where this log does not tell of it any more. */
    public Set<UUID> persons() {
        return Set.copyOf(persons(journalled()));
    }

    private static Set<UUID> ids(Connection connection, String query, List<UUID> persons) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> ids = new HashSet<>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private int empty(Connection connection, List<UUID> persons) throws SQLException {
        List<Envelope> telling = telling(connection, persons);
        try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
            erase.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            erase.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            telling.stream().map(e -> e.position().epoch()).toArray()));
            erase.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            telling.stream().map(e -> e.position().sequence()).toArray()));
            erase.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            telling.stream().map(e -> e.headerHash().bytes()).toArray(byte[][]::new)));
            return number(erase);
        }
    }

    private List<Envelope> telling(Connection connection, List<UUID> persons) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TELLING)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", persons.stream().map(id -> "resident/" + id).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", persons.stream().map(UUID::toString).toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<Envelope> events = new ArrayList<>();
                while (row.next()) {
                    events.add(header(row));
                }
                return events;
            }
        }
    }

    /** An event as far as its header goes. */
    private Envelope header(ResultSet row) throws SQLException {
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

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return Math.toIntExact(row.getLong(1));
        }
    }

    private List<Entry> journalled() {
        try {
            return journal.read().stream()
                    .filter(entry -> entry.node().equals(node))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of erasures is not read, so nothing may be opened", e);
        }
    }

    private static List<UUID> persons(List<Entry> entries) {
        return entries.stream().map(Entry::residentId).distinct().toList();
    }

    private static Entry entry(Envelope event) {
        try {
            ResidentErased told = (ResidentErased) EventJson.read(EventType.RESIDENT_ERASED_V1, event.data());
            return new Entry(
                    event.node(),
                    told.residentId(),
                    event.position(),
                    told.ground().name());
        } catch (EventFormatException e) {
            throw new LogException("the erasure at " + event.position() + " is none", e);
        }
    }
}
