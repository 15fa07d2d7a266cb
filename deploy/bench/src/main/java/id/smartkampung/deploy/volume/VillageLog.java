package id.smartkampung.deploy.volume;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of a village whose program is stopped, written as the program writes it: numbered and chained, each event in the
 * transaction of its row and with the digest of it, so that the guard of the rows lets them in.
 */
final class VillageLog implements AutoCloseable {

    private static final String HEAD = "select node, epoch, sequence, hash from log_head for update";

    private static final String APPEND = """
            insert into outbox (epoch, sequence, event_id, type, subject, subject_table, subject_id, time, prev_hash,
                data_hash, hash, salt, data, row_digest)
            select ?::int, ?::bigint, ?::uuid, ?, ?, ?, ?::uuid, ?::timestamptz, ?::bytea,
                ?::bytea, ?::bytea, ?::bytea, ?::bytea, g.digest
            from guard_digests(?, array[?::uuid]) g
            """;

    private static final String MOVE = "update log_head set epoch = ?, sequence = ?, hash = ?";

    private final Connection owner;
    private final Batch append;
    private final List<Told> told = new ArrayList<>();

    private record Told(Instant at, VillageEvent event) {}

    VillageLog(Connection owner) throws SQLException {
        this.owner = owner;
        this.append = new Batch(owner, APPEND);
    }

    void append(Instant at, VillageEvent event) {
        told.add(new Told(at, event));
    }

    /** What was appended goes into the running transaction, in which the rows stand as they will be committed. */
    void write() throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        LogHead head = head();
        for (Told each : told) {
            VillageEvent event = each.event();
            Envelope next = Envelope.next(
                    head,
                    EventType.of(event).wireName(),
                    event.subject().toString(),
                    each.at(),
                    EventJson.write(event));
            String table = event.subject().kind();
            append.add(
                    next.position().epoch(),
                    next.position().sequence(),
                    next.id(),
                    next.type(),
                    next.subject(),
                    table,
                    event.subject().id(),
                    next.time(),
                    next.prevHash().bytes(),
                    next.dataHash().bytes(),
                    next.hash().bytes(),
                    next.salt(),
                    next.data(),
                    table,
                    event.subject().id());
            head = next.head();
        }
        append.send();
        move(head);
        told.clear();
    }

    /** The end of the log, locked to the end of the transaction. */
    private LogHead head() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(HEAD)) {
            if (!row.next()) {
                throw new SQLException("the log of this village was not begun");
            }
            return new LogHead(
                    new NodeId(row.getString(1)),
                    new LogPosition(row.getInt(2), row.getLong(3)),
                    Hash.of(row.getBytes(4)));
        }
    }

    private void move(LogHead head) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(MOVE)) {
            update.setInt(1, head.position().epoch());
            update.setLong(2, head.position().sequence());
            update.setBytes(3, head.hash().bytes());
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        append.close();
    }
}
