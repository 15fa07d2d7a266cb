package id.smartkampung.village.log;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.profile.VillageProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Writes how far the log has come; every mark is one statement and its own condition. */
@ApplicationScoped
public class LogMarks {

    /**
     * Only from where the relay began: the district may have set the mark back meanwhile. The mark need not survive a
     * power cut, what is sent twice is dropped by the receiver; so its commit does not wait for the disk.
     */
    private static final String SENT = """
            update log_state set sent_epoch = ?, sent_sequence = ?, sent_at = ?
            from (select set_config('synchronous_commit', 'off', true)) as relaxed
            where node = ? and (sent_epoch, sent_sequence) = (?, ?)
            """;

    private static final String SEND_AGAIN = """
            update log_state set sent_epoch = ?, sent_sequence = ?, resends = resends + 1
            where node = ? and (sent_epoch, sent_sequence) > (?, ?)
            """;

    private static final String HEARD = "update log_state set last_contact_at = ? where node = ?";

    private static final String ACKNOWLEDGED = """
            update log_state
            set acked_epoch = ?, acked_sequence = ?, acked_hash = ?, acked_at = ?,
                (sent_epoch, sent_sequence) = (
                    select m.epoch, m.sequence
                    from (values (sent_epoch, sent_sequence), (?, ?)) as m(epoch, sequence)
                    order by 1 desc, 2 desc limit 1)
            where node = ? and (acked_epoch, acked_sequence) < (?, ?)
            """;

    private static final String ACKNOWLEDGED_THAT_DAY = """
            insert into log_ack (acked_on, epoch, sequence) values (?, ?, ?)
            on conflict (acked_on) do update set epoch = excluded.epoch, sequence = excluded.sequence
            where (log_ack.epoch, log_ack.sequence) < (excluded.epoch, excluded.sequence)
            """;

    private static final String FORKED = "update log_state set fork_epoch = ?, fork_sequence = ? where node = ?";

    private static final String HALTED = "update log_state set halt = ? where node = ?";

    private static final String GO_ON = """
            update log_state
            set sent_epoch = ?, sent_sequence = ?, fork_epoch = null, fork_sequence = null, halt = null
            where node = ?
            """;

    private static final String PROVEN = """
            update log_state set proven_epoch = ?, proven_sequence = ?, proven_at = ?
            where node = ? and proven_at is distinct from ?
            """;

    private final DataSource database;
    private final NodeId node;
    private final Clock clock;

    LogMarks(DataSource database, VillageProfile village, Clock clock) {
        this.database = database;
        this.node = village.node();
        this.clock = clock;
    }

    /** Says whether the mark still stood where the relay began. */
    @Transactional
    public boolean sent(LogPosition from, LogPosition to) {
        return update(SENT, to.epoch(), to.sequence(), now(), node.value(), from.epoch(), from.sequence()) == 1;
    }

    /** Says whether there was anything to send again. */
    @Transactional
    public boolean sendAgainAfter(LogPosition position) {
        return update(
                        SEND_AGAIN,
                        position.epoch(),
                        position.sequence(),
                        node.value(),
                        position.epoch(),
                        position.sequence())
                == 1;
    }

    @Transactional
    public void heard() {
        update(HEARD, now(), node.value());
    }

    /** Never goes back; what the district has applied it must have been sent. */
    @Transactional
    public void acknowledged(LogPosition position, byte[] hash) {
        int epoch = position.epoch();
        long sequence = position.sequence();
        if (update(ACKNOWLEDGED, epoch, sequence, hash, now(), epoch, sequence, node.value(), epoch, sequence) == 1) {
            update(ACKNOWLEDGED_THAT_DAY, clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), epoch, sequence);
        }
    }

    /** The district has proven that its rows were ours at this place. */
    @Transactional
    public void proven(LogPosition position, Instant at) {
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        update(PROVEN, position.epoch(), position.sequence(), when, node.value(), when);
    }

    @Transactional
    public void forkedAt(LogPosition position) {
        update(FORKED, position.epoch(), position.sequence(), node.value());
    }

    @Transactional
    public void notForked() {
        update(FORKED, null, null, node.value());
    }

    /** Nothing is sent until the district answers a later hello otherwise. */
    @Transactional
    public void halted(LogState.Halt halt) {
        update(HALTED, halt.name(), node.value());
    }

    /** The district knows our log up to here: what follows is sent, also what was sent before. */
    @Transactional
    public void goOnAfter(LogPosition position) {
        update(GO_ON, position.epoch(), position.sequence(), node.value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new LogException("the mark of the log was not written", e);
        }
    }
}
