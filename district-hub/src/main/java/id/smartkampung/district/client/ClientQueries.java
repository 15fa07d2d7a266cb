package id.smartkampung.district.client;

import id.smartkampung.district.web.Reading;
import id.smartkampung.web.account.Tokens;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the programs of other agencies. */
@ApplicationScoped
class ClientQueries {

    private static final int DAYS_SHOWN = 30;
    private static final String CLIENTS = "select c.* from client c ";

    private final Reading reading;
    private final Clock clock;

    ClientQueries(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** Whose token it is, and what may be done with it: no more than the client may now. */
    record Holder(Client client, List<String> scopes) {}

    /** All of them: those that may call first, by name. */
    List<ClientRow> all() {
        return reading.list(
                this::clientRow,
                """
                select c.*, s.expires_at as secret_until, s.secrets, u.calls, u.refused, u.last_at
                from client c
                left join lateral (
                    select max(expires_at) as expires_at, count(*) as secrets
                    from client_secret where client_id = c.id and expires_at > ?) s on true
                left join lateral (
                    select coalesce(sum(calls) filter (where day > ?), 0) as calls,
                        coalesce(sum(refused) filter (where day > ?), 0) as refused, max(last_at) as last_at
                    from client_usage where client_id = c.id) u on true
                order by c.revoked_at is not null, c.name, c.id
                """,
                clock.instant(),
                Wib.dateOf(clock.instant()).minusDays(DAYS_SHOWN),
                Wib.dateOf(clock.instant()).minusDays(DAYS_SHOWN));
    }

    /** Also one that may call no more. */
    Optional<Client> find(String id) {
        return reading.first(ClientQueries::client, CLIENTS + "where c.id = ?", id);
    }

    /** The client of a secret that is good now. */
    Optional<Client> ofSecret(String id, String secret) {
        return reading.first(ClientQueries::client, CLIENTS + """
                join client_secret s on s.client_id = c.id
                where c.id = ? and s.hash = ? and s.expires_at > ? and c.revoked_at is null
                """, id, Tokens.hash(secret), clock.instant());
    }

    /** Nobody when the token has ended, or its client was revoked since. */
    Optional<Holder> holder(String token) {
        return reading.first(
                row -> holder(client(row), texts(row, "granted")), """
                select c.*, t.scopes as granted from client_token t join client c on c.id = t.client_id
                where t.hash = ? and t.expires_at > ? and c.revoked_at is null
                """, Tokens.hash(token), clock.instant());
    }

    private static Holder holder(Client client, List<String> granted) {
        return new Holder(
                client, granted.stream().filter(client.scopes()::contains).toList());
    }

    private ClientRow clientRow(ResultSet row) throws SQLException {
        return new ClientRow(
                client(row),
                Reading.instant(row, "secret_until"),
                row.getInt("secrets"),
                row.getLong("calls"),
                row.getLong("refused"),
                Reading.instant(row, "last_at"),
                clock.instant());
    }

    private static Client client(ResultSet row) throws SQLException {
        Instant revokedAt = Reading.instant(row, "revoked_at");
        return new Client(
                row.getString("id"),
                row.getString("name"),
                row.getString("contact"),
                texts(row, "scopes"),
                texts(row, "purposes"),
                texts(row, "areas"),
                row.getInt("calls_per_minute"),
                row.getString("jwks"),
                Reading.instant(row, "created_at"),
                revokedAt);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
