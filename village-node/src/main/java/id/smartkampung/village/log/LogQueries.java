package id.smartkampung.village.log;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.OwnLog;
import id.smartkampung.village.profile.VillageProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log of this village. */
@ApplicationScoped
public class LogQueries implements OwnLog {

    /** A batch is cut here, so that large events do not pile up in memory. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final int FETCH_SIZE = 100;

    private static final String STATE = """
            select h.epoch, h.sequence, h.hash, s.sent_epoch, s.sent_sequence, s.acked_epoch, s.acked_sequence,
                s.acked_at, s.last_contact_at, s.fork_epoch, s.fork_sequence, s.halt, s.resends,
                s.down_epoch, s.down_sequence, s.down_hash, s.proven_epoch, s.proven_sequence, s.proven_at,
                case
                    when h.epoch = s.acked_epoch then h.sequence - s.acked_sequence
                    else (select count(*) from outbox o where (o.epoch, o.sequence) > (s.acked_epoch, s.acked_sequence))
                end as waiting,
                (select o.time from outbox o where (o.epoch, o.sequence) > (s.acked_epoch, s.acked_sequence)
                    order by o.epoch, o.sequence limit 1) as oldest_waiting_at,
                 current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'
                     and current_setting('synchronous_commit') <> 'off' as durable
            from log_head h join log_state s on s.node = h.node
            where h.node = ?
            """;

    private static final String AFTER = """
            select o.*, (select b.hash from outbox b where b.epoch = ? and b.sequence = ?) as start
            from outbox o
            where (o.epoch, o.sequence) > (?, ?)
            order by o.epoch, o.sequence
            limit ?
            """;

    private static final String HASH_AT = "select hash from outbox where epoch = ? and sequence = ?";

    private static final String HEAD = "select epoch, sequence, hash from log_head where node = ?";

    private static final String AT = """
            select epoch, sequence, hash from outbox where sequence = ? order by epoch desc limit 1
            """;

    private static final String END_OF_EPOCH = """
            select epoch, sequence from outbox where epoch <= ? order by epoch desc, sequence desc limit 1
            """;

    private static final String TOLD_SINCE = "select 1 from outbox where epoch > ? and subject = ? limit 1";

    private static final String RECENT = """
            select epoch, sequence, type, subject, time from outbox order by epoch desc, sequence desc limit ?
            """;

    private final DataSource database;
    private final NodeId node;

    LogQueries(DataSource database, VillageProfile village) {
        this.database = database;
        this.node = village.node();
    }

    /** An event as people see it: where it stands and what kind of thing it is about. */
    public record Listed(LogPosition position, String type, String subject, Instant time) {}

    public LogState state() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STATE)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw notBegun();
                }
                return state(row);
            }
        } catch (SQLException e) {
            throw new LogException("the state of the log was not read", e);
        }
    }

    /** The events behind a position in their order, not more than the limit and not more than fits into memory. */
    @Transactional
    public List<StoredEvent> after(LogPosition position, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setInt(1, position.epoch());
            select.setLong(2, position.sequence());
            select.setInt(3, position.epoch());
            select.setLong(4, position.sequence());
            select.setInt(5, limit);
            select.setFetchSize(FETCH_SIZE);
            try (ResultSet row = select.executeQuery()) {
                return batch(row, position);
            }
        } catch (SQLException e) {
            throw new LogException("the events after " + position + " were not read", e);
        }
    }

    private List<StoredEvent> batch(ResultSet row, LogPosition from) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        LogPosition last = from;
        Hash before = null;
        long bytes = 0;
        while (bytes < BATCH_BYTES && row.next()) {
            if (events.isEmpty()) {
                before = start(row, from);
            }
            StoredEvent event = event(row, last, before);
            bytes += event.envelope().data().length;
            events.add(event);
            last = event.envelope().position();
            before = event.hash();
        }
        return events;
    }

    private static Hash start(ResultSet row, LogPosition from) throws SQLException {
        byte[] start = from.equals(LogPosition.START) ? Hash.ZERO.bytes() : row.getBytes("start");
        return start == null ? null : Hash.of(start);
    }

    @Override
    public LogHead head() {
        return one(HEAD, "the head of the log", this::logHead, node.value()).orElseThrow(this::notBegun);
    }

    @Override
    public Optional<Hash> hashAt(LogPosition position) {
        if (position.equals(LogPosition.START)) {
            return Optional.of(Hash.ZERO);
        }
        return one(
                HASH_AT,
                "the hash at " + position,
                row -> Hash.of(row.getBytes(1)),
                position.epoch(),
                position.sequence());
    }

    /** The head of our history when it ended with this sequence. */
    public LogHead headAt(long sequence) {
        if (sequence == LogPosition.START.sequence()) {
            return LogHead.start(node);
        }
        return one(AT, "the event " + sequence, this::logHead, sequence)
                .orElseThrow(() -> new LogException("the log has no event " + sequence));
    }

    /** Whether an event of this subject stands here in a newer epoch than this one. */
    public boolean toldSince(String subject, int epoch) {
        return one(TOLD_SINCE, "what is told of " + subject, row -> true, epoch, subject)
                .isPresent();
    }

    @Override
    public LogPosition endOf(int epoch) {
        return one(END_OF_EPOCH, "the end of epoch " + epoch, row -> position(row, "epoch", "sequence"), epoch)
                .orElse(LogPosition.START);
    }

    private LogHead logHead(ResultSet row) throws SQLException {
        return new LogHead(node, position(row, "epoch", "sequence"), Hash.of(row.getBytes("hash")));
    }

    private LogException notBegun() {
        return new LogException("the log of " + node + " was not begun in this database");
    }

    /** Reads a row. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, String what, RowReader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LogException(what + " was not read", e);
        }
    }

    public List<Listed> recent(int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECENT)) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Listed> events = new ArrayList<>();
                while (row.next()) {
                    events.add(new Listed(
                            position(row, "epoch", "sequence"),
                            row.getString("type"),
                            row.getString("subject"),
                            instant(row, "time")));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new LogException("the last events were not read", e);
        }
    }

    private LogState state(ResultSet row) throws SQLException {
        row.getInt("fork_epoch");
        boolean forked = !row.wasNull();
        String halt = row.getString("halt");
        Instant provenAt = instant(row, "proven_at");
        return new LogState(
                new LogHead(node, position(row, "epoch", "sequence"), Hash.of(row.getBytes("hash"))),
                position(row, "sent_epoch", "sent_sequence"),
                position(row, "acked_epoch", "acked_sequence"),
                row.getLong("waiting"),
                instant(row, "acked_at"),
                instant(row, "last_contact_at"),
                instant(row, "oldest_waiting_at"),
                forked ? position(row, "fork_epoch", "fork_sequence") : null,
                halt == null ? null : LogState.Halt.valueOf(halt),
                row.getLong("resends"),
                new LogHead(node, position(row, "down_epoch", "down_sequence"), Hash.of(row.getBytes("down_hash"))),
                provenAt == null ? null : position(row, "proven_epoch", "proven_sequence"),
                provenAt,
                row.getBoolean("durable"));
    }

    private StoredEvent event(ResultSet row, LogPosition last, Hash before) throws SQLException {
        LogPosition position = position(row, "epoch", "sequence");
        return new StoredEvent(
                envelope(row, position), Hash.of(row.getBytes("hash")), position.follows(last) ? before : null);
    }

    private Envelope envelope(ResultSet row, LogPosition position) throws SQLException {
        UUID id = row.getObject("event_id", UUID.class);
        String type = row.getString("type");
        String subject = row.getString("subject");
        Instant time = instant(row, "time");
        Hash prevHash = Hash.of(row.getBytes("prev_hash"));
        Hash dataHash = Hash.of(row.getBytes("data_hash"));
        byte[] salt = row.getBytes("salt");
        if (salt == null) {
            Hash headerHash = Hash.of(row.getBytes("header_hash"));
            return Envelope.erased(node, position, id, type, subject, time, prevHash, dataHash, headerHash);
        }
        byte[] data = row.getBytes("data");
        return new Envelope(
                node, position, id, type, subject, time, prevHash, dataHash, salt, data == null ? new byte[0] : data);
    }

    private static LogPosition position(ResultSet row, String epoch, String sequence) throws SQLException {
        return new LogPosition(row.getInt(epoch), row.getLong(sequence));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
