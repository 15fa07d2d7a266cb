package id.smartkampung.district.client;

import id.smartkampung.district.web.Writing;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Tokens;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets programs of other agencies call, replaces their secrets, and shuts them out again. */
@ApplicationScoped
class ClientService {

    private static final int NOT_FOUND = 404;

    private final ClientQueries clients;
    private final Writing writing;
    private final ClientConfig config;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    ClientService(
            ClientQueries clients,
            Writing writing,
            ClientConfig config,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.clients = clients;
        this.writing = writing;
        this.config = config;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /** Its secret, to be shown now and never again; empty where the client signs with a key of its own. */
    @Transactional
    Optional<String> create(ClientForm form) {
        Client client = form.toClient(clock.instant());
        int added = writing.run(
                """
                insert into client (id, name, contact, scopes, purposes, areas, calls_per_minute, jwks, created_at,
                    created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """,
                client.id(),
                client.name(),
                client.contact(),
                client.scopes().toArray(String[]::new),
                client.purposes().toArray(String[]::new),
                client.areas().toArray(String[]::new),
                client.callsPerMinute(),
                client.jwks(),
                client.createdAt(),
                account.username());
        if (added == 0) {
            throw new RefusedException("client-exists");
        }
        audit.record("client-created", client.subject(), client.scopes(), String.join(" ", client.areas()));
        return client.jwks() == null ? Optional.of(newSecret(client.id())) : Optional.empty();
    }

    /**
     * Another secret, to be shown now and never again. The one before stays good for a while, so that nothing stands
     * still; one that was replaced before that ends now.
     */
    @Transactional
    String rotate(String id) {
        Client client = active(id);
        if (client.jwks() != null) {
            throw new RefusedException("client-has-key");
        }
        Instant now = clock.instant();
        Duration overlap = config.secretOverlap();
        writing.run("""
                update client_secret set replaced_at = coalesce(replaced_at, ?),
                    expires_at = case when replaced_at is null then least(expires_at, ?) else least(expires_at, ?) end
                where client_id = ? and expires_at > ?
                """, now, now.plus(overlap), now, id, now);
        audit.record("client-rotated", client.subject());
        return newSecret(id);
    }

    /** For ever, and at once: its tokens are refused from the next call on. */
    @Transactional
    void revoke(String id) {
        Client client = active(id);
        writing.run(
                "update client set revoked_at = ?, revoked_by = ? where id = ?",
                clock.instant(),
                account.username(),
                id);
        writing.run("delete from client_token where client_id = ?", id);
        audit.record("client-revoked", client.subject(), List.of(), "");
    }

    private Client active(String id) {
        return clients.find(id)
                .filter(client -> !client.isRevoked())
                .orElseThrow(() -> new RefusedException(NOT_FOUND, "client-missing"));
    }

    private String newSecret(String id) {
        String secret = Tokens.random();
        Instant now = clock.instant();
        writing.run(
                "insert into client_secret (hash, client_id, created_at, expires_at) values (?, ?, ?, ?)",
                Tokens.hash(secret),
                id,
                now,
                now.plus(config.secretValidity()));
        return secret;
    }
}
