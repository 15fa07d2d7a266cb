package id.smartkampung.district.webhook;

import id.smartkampung.district.feed.RowType;
import id.smartkampung.district.web.Reading;
import id.smartkampung.district.web.Writing;
import id.smartkampung.district.webhook.Webhook.Reason;
import id.smartkampung.district.webhook.Webhook.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webhooks: whom to call, how far each has been told, and which hub does it now. Time is the database's. */
@ApplicationScoped
class WebhookTable {

    private static final String SELECT = """
            select w.*, c.name as client_name, c.scopes, c.areas, c.revoked_at is not null as revoked,
                (select count(*) from webhook_message m
                    where m.webhook_id = w.id and m.state = 'WAITING' and m.number is not null) as waiting
            from webhook w join client c on c.id = w.client_id
            """;

    private final Reading reading;
    private final Writing writing;

    WebhookTable(Reading reading, Writing writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** One that may be looked after; due when a message waits to be sent now. */
    record Candidate(UUID id, boolean due) {}

    /** Of all clients: those that were stopped first. */
    List<Webhook> all() {
        return reading.list(WebhookTable::webhook, SELECT + "order by w.state = 'ACTIVE', c.name, w.created_at, w.id");
    }

    List<Webhook> of(String client) {
        return reading.list(
                WebhookTable::webhook, SELECT + "where w.client_id = ? order by w.created_at, w.id", client);
    }

    Optional<Webhook> find(UUID id) {
        return reading.first(WebhookTable::webhook, SELECT + "where w.id = ?", id);
    }

    /** How many were stopped by what their receivers did, of clients that may still call. */
    long stopped() {
        return reading.first(row -> row.getLong(1), """
                select count(*) from webhook w join client c on c.id = w.client_id
                where w.state = 'STOPPED' and w.reason <> 'ADMIN' and c.revoked_at is null
                """).orElseThrow();
    }

    /**
     * Holds it to the end of the transaction, before its messages are: who takes both in this order never waits for
     * one that waits for it.
     *
     * @return false when it is no more
     */
    boolean hold(UUID id) {
        return reading.first(row -> row.getString(1), "select id from webhook where id = ? for update", id)
                .isPresent();
    }

    void insert(UUID id, String client, String url, List<RowType> types, String within, String cursor) {
        writing.run(
                "insert into webhook (id, client_id, url, types, within, cursor) values (?, ?, ?, ?, ?, ?)",
                id,
                client,
                url,
                types.stream().map(Enum::name).toArray(String[]::new),
                within,
                cursor);
    }

    void delete(UUID id) {
        writing.run("delete from webhook where id = ?", id);
    }

    /** Those that no hub looks after now. */
    List<Candidate> candidates() {
        return reading.list(row -> new Candidate(row.getObject("id", UUID.class), row.getBoolean("due")), """
                select w.id, exists (
                    select from webhook_message m
                    where m.webhook_id = w.id and m.state = 'WAITING' and m.number is not null
                        and m.next_at <= now()) as due
                from webhook w join client c on c.id = w.client_id
                where w.state = 'ACTIVE' and c.revoked_at is null
                    and (w.leased_until is null or w.leased_until < now())
                    and (w.rest_until is null or w.rest_until <= now())
                order by w.id
                """);
    }

    /** Makes this hub the one that looks after it; false when another was first. */
    boolean lease(UUID id, UUID runner, Duration lease) {
        return writing.run("""
                        update webhook set runner = ?, leased_until = now() + make_interval(secs => ?)
                        where id = ? and state = 'ACTIVE' and (leased_until is null or leased_until < now())
                        """, runner, lease.toMillis() / 1000.0, id) == 1;
    }

    /** Keeps it; false when it is no longer this hub's, or is not to be called now. */
    boolean renew(UUID id, UUID runner, Duration lease) {
        return writing.run("""
                        update webhook w set leased_until = now() + make_interval(secs => ?)
                        from client c
                        where w.id = ? and w.runner = ? and w.state = 'ACTIVE'
                            and (w.rest_until is null or w.rest_until <= now())
                            and c.id = w.client_id and c.revoked_at is null
                        """, lease.toMillis() / 1000.0, id, runner) == 1;
    }

    void release(UUID id, UUID runner) {
        writing.run("update webhook set leased_until = null, runner = null where id = ? and runner = ?", id, runner);
    }

    /** Moves its place in the feed; false when it is no longer this hub's, or stands elsewhere. */
    boolean advance(Webhook from, UUID runner, String cursor, int messages) {
        return writing.run("""
                        update webhook set cursor = ?, last_number = last_number + ?
                        where id = ? and runner = ? and cursor = ? and last_number = ? and state = 'ACTIVE'
                        """, cursor, messages, from.id(), runner, from.cursor(), from.lastNumber()) == 1;
    }

    void succeeded(UUID id) {
        writing.run("""
                update webhook set failures = 0, failing_since = null, rest_until = null, delivered_at = now()
                where id = ?
                """, id);
    }

    void failed(UUID id, Duration rest) {
        writing.run("""
                update webhook set failures = failures + 1, failing_since = coalesce(failing_since, now()),
                    rest_until = now() + make_interval(secs => ?)
                where id = ?
                """, rest.toMillis() / 1000.0, id);
    }

    /** Stops it when nothing was accepted for so long; whether that is so now. */
    boolean stopFailing(UUID id, Duration after) {
        return writing.run("""
                        update webhook set state = 'STOPPED', reason = ?, state_at = now()
                        where id = ? and state = 'ACTIVE' and failing_since < now() - make_interval(secs => ?)
                        """, Reason.FAILING.name(), id, after.toMillis() / 1000.0) == 1;
    }

    /** Whether it was not stopped before. */
    boolean stop(UUID id, Reason reason) {
        return writing.run("""
                        update webhook set state = 'STOPPED', reason = ?, state_at = now()
                        where id = ? and state = 'ACTIVE'
                        """, reason.name(), id) == 1;
    }

    void start(UUID id) {
        writing.run("""
                update webhook set state = 'ACTIVE', reason = null, state_at = now(), failures = 0,
                    failing_since = null, rest_until = null
                where id = ?
                """, id);
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("client_name"),
                row.getString("url"),
                texts(row, "types").stream().map(RowType::valueOf).toList(),
                row.getString("within"),
                State.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason),
                Reading.instant(row, "created_at"),
                Reading.instant(row, "state_at"),
                row.getString("cursor"),
                row.getLong("last_number"),
                row.getInt("failures"),
                Reading.instant(row, "failing_since"),
                Reading.instant(row, "delivered_at"),
                row.getLong("waiting"),
                texts(row, "scopes"),
                texts(row, "areas"),
                row.getBoolean("revoked"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
