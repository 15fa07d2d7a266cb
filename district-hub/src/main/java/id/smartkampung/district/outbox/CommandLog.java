package id.smartkampung.district.outbox;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** What is asked of the villages: for each a log of its own, numbered and chained in the transaction that asks. */
@ApplicationScoped
public class CommandLog {

    /** What was sent so short ago may still be on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Clock clock;

    CommandLog(Clock clock) {
        this.clock = clock;
    }

    /** Appends a command in the transaction of the caller; it is sent after the commit. Gives its place in the log. */
    public LogPosition append(Connection connection, NodeId node, DistrictEvent command) throws SQLException {
        Envelope event = Envelope.next(
                lock(connection, node),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                clock.instant(),
                EventJson.write(command));
        try (PreparedStatement insert = connection.prepareStatement("""
                with moved as (update down_head set sequence = ?, hash = ? where node = ?)
                insert into down_event (node, epoch, sequence, event_id, type, subject, time, prev_hash, data_hash,
                    hash, salt, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int i = 0;
            insert.setLong(++i, event.position().sequence());
            insert.setBytes(++i, event.hash().bytes());
            insert.setString(++i, node.value());
            insert.setString(++i, node.value());
            insert.setInt(++i, event.position().epoch());
            insert.setLong(++i, event.position().sequence());
            insert.setObject(++i, event.id());
            insert.setString(++i, event.type());
            insert.setString(++i, event.subject());
            insert.setObject(++i, event.time().atOffset(ZoneOffset.UTC));
            insert.setBytes(++i, event.prevHash().bytes());
            insert.setBytes(++i, event.dataHash().bytes());
            insert.setBytes(++i, event.hash().bytes());
            insert.setBytes(++i, event.salt());
            insert.setBytes(++i, event.data());
            insert.executeUpdate();
        }
        return event.position();
    }

    /**
     * A village says how far it has obeyed. What it should have by now is sent again; when it has obeyed what was never
     * asked here, this log was restored from a backup, and goes on after the village's last one in a new epoch.
     *
     * @return whether a new epoch begins, so that what was asked and not obeyed is lost
     */
    public boolean obeyed(Connection connection, NodeId node, Control.Place place) throws SQLException {
        LogHead obeyed = place.head(node);
        if (isEmpty(connection, node) && obeyed.equals(LogHead.start(node))) {
            return false;
        }
        LogHead head = lock(connection, node);
        if (!isOurs(connection, head, obeyed)) {
            branch(connection, head, obeyed);
            return true;
        }
        Instant now = clock.instant();
        try (PreparedStatement update = connection.prepareStatement("""
                update down_head set sent_sequence = least(sent_sequence, ?)
                where node = ? and (sent_at is null or sent_at < ?)
                """)) {
            update.setLong(1, obeyed.position().sequence());
            update.setString(2, node.value());
            update.setObject(3, now.minus(ON_ITS_WAY).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
        return false;
    }

    /** A village begins a session; it may not have obeyed what was sent before, however short ago. */
    public void missed(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update down_head set sent_at = null where node = ?")) {
            update.setString(1, node.value());
            update.executeUpdate();
        }
    }

    private static boolean isEmpty(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select from down_head where node = ?")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }

    /** The event behind a place of our history is chained to it; behind the end there is none. */
    private static boolean isOurs(Connection connection, LogHead head, LogHead place) throws SQLException {
        if (place.position().sequence() == head.position().sequence()) {
            return place.hash().equals(head.hash());
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select from down_event where node = ? and sequence = ? and prev_hash = ?")) {
            select.setString(1, head.node().value());
            select.setLong(2, place.position().sequence() + 1);
            select.setBytes(3, place.hash().bytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** What stands before the place is obeyed or belongs to a history that the village never had. */
    private static void branch(Connection connection, LogHead head, LogHead place) throws SQLException {
        int epoch = Math.max(head.position().epoch(), place.position().epoch()) + 1;
        Log.warnf(
                "village %s has obeyed %s, which was never asked here: the log of commands goes on in epoch %d",
                head.node(), place.position(), epoch);
        try (PreparedStatement update = connection.prepareStatement("""
                with left_branch as (delete from down_event where node = ?)
                update down_head set epoch = ?, sequence = ?, hash = ?, sent_sequence = ?
                where node = ?
                """)) {
            int i = 0;
            update.setString(++i, head.node().value());
            update.setInt(++i, epoch);
            update.setLong(++i, place.position().sequence());
            update.setBytes(++i, place.hash().bytes());
            update.setLong(++i, place.position().sequence());
            update.setString(++i, head.node().value());
            update.executeUpdate();
        }
    }

    private static LogHead lock(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                insert into down_head as h (node) values (?)
                on conflict (node) do update set node = excluded.node
                returning h.epoch, h.sequence, h.hash
                """)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new LogHead(node, new LogPosition(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
            }
        }
    }
}
