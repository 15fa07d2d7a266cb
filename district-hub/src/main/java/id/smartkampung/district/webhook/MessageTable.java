package id.smartkampung.district.webhook;

import id.smartkampung.district.outgoing.Answer;
import id.smartkampung.district.web.Reading;
import id.smartkampung.district.web.Writing;
import id.smartkampung.district.webhook.Message.Attempt;
import id.smartkampung.district.webhook.Message.Draft;
import id.smartkampung.district.webhook.Message.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages and the attempts to deliver them. Time is the database's, so that all hubs agree on it. */
@ApplicationScoped
class MessageTable {

    private static final String SELECT = """
            select m.*, a.outcome as last_outcome, a.status as last_status
            from webhook_message m
                left join lateral (
                    select outcome, status from webhook_attempt where message_id = m.id order by at desc limit 1) a on true
            """;

    private final Reading reading;
    private final Writing writing;

    MessageTable(Reading reading, Writing writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** Those that may be sent now, in the order in which they were made. */
    List<Message> due(UUID webhook, int limit) {
        return reading.list(MessageTable::message, SELECT + """
                where m.webhook_id = ? and m.state = 'WAITING' and m.number is not null and m.next_at <= now()
                order by m.number limit ?
                """, webhook, limit);
    }

    /**
     * The newest first.
     *
     * @param before the place behind which to go on
     * @param state null for all
     */
    List<Message> of(UUID webhook, long before, State state, int limit) {
        String wanted = state == null ? null : state.name();
        return reading.list(MessageTable::message, SELECT + """
                where m.webhook_id = ? and m.place < ? and (cast(? as text) is null or m.state = ?)
                order by m.place desc limit ?
                """, webhook, before, wanted, wanted, limit);
    }

    Optional<Message> find(UUID webhook, String id) {
        return reading.first(MessageTable::message, SELECT + "where m.webhook_id = ? and m.id = ?", webhook, id);
    }

    /** The attempts of a message, the first one first. */
    List<Attempt> attempts(String message) {
        return reading.list(
                row -> new Attempt(
                        Reading.instant(row, "at"),
                        Answer.Outcome.valueOf(row.getString("outcome")),
                        status(row, "status"),
                        row.getLong("millis")),
                "select at, outcome, status, millis from webhook_attempt where message_id = ? order by at",
                message);
    }

    void insert(UUID webhook, Draft draft) {
        writing.run(
                "insert into webhook_message (id, webhook_id, number, type, body) values (?, ?, ?, ?, ?)",
                draft.id(),
                webhook,
                draft.number(),
                draft.type(),
                draft.body());
    }

    void attempted(String message, Answer answer) {
        writing.run(
                "insert into webhook_attempt (message_id, at, outcome, status, millis) values (?, clock_timestamp(), ?, ?, ?)",
                message,
                answer.outcome().name(),
                answer.status(),
                answer.millis());
        writing.run("update webhook_message set attempts = attempts + 1 where id = ?", message);
    }

    void end(String message, State state) {
        writing.run(
                "update webhook_message set state = ?, ended_at = clock_timestamp() where id = ?",
                state.name(),
                message);
    }

    void later(String message, Duration pause) {
        writing.run(
                "update webhook_message set next_at = clock_timestamp() + make_interval(secs => ?) where id = ?",
                pause.toMillis() / 1000.0,
                message);
    }

    /** Sends it once more, whatever became of it, and begins the ladder anew. */
    void again(String message) {
        writing.run("""
                update webhook_message set state = 'WAITING', attempts = 0, next_at = now(), ended_at = null
                where id = ? and number is not null
                """, message);
    }

    /** The same for all that were given up and made since then; how many these are. */
    int failedAgain(UUID webhook, Instant since) {
        return writing.run("""
                update webhook_message set state = 'WAITING', attempts = 0, next_at = now(), ended_at = null
                where webhook_id = ? and state = 'FAILED' and number is not null and made_at >= ?
                """, webhook, since);
    }

    /** What waits is due now, its ladder begins anew. */
    void hurry(UUID webhook) {
        writing.run(
                "update webhook_message set attempts = 0, next_at = now() where webhook_id = ? and state = 'WAITING'",
                webhook);
    }

    /** And tests that were cut off: nobody makes their call again. */
    void deleteEnded(Duration keep) {
        writing.run("""
                delete from webhook_message
                where (state <> 'WAITING' or number is null) and made_at < now() - make_interval(secs => ?)
                """, keep.toMillis() / 1000.0);
    }

    private static Message message(ResultSet row) throws SQLException {
        String outcome = row.getString("last_outcome");
        return new Message(
                row.getString("id"),
                row.getLong("place"),
                row.getObject("webhook_id", UUID.class),
                Reading.number(row, "number"),
                row.getString("type"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Reading.instant(row, "made_at"),
                Reading.instant(row, "next_at"),
                Reading.instant(row, "ended_at"),
                outcome == null ? null : Answer.Outcome.valueOf(outcome),
                status(row, "last_status"));
    }

    private static Integer status(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
