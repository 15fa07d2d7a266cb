package id.smartkampung.district.client;

import id.smartkampung.district.web.Writing;
import id.smartkampung.web.account.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives tokens to clients that prove who they are. A token is a random word of which only the hash is kept: looked up at
 * each call, it ends at once with its client.
 */
@ApplicationScoped
class TokenService {

    private final ClientQueries clients;
    private final Assertions assertions;
    private final Writing writing;
    private final ClientConfig config;
    private final Clock clock;

    TokenService(ClientQueries clients, Assertions assertions, Writing writing, ClientConfig config, Clock clock) {
        this.clients = clients;
        this.assertions = assertions;
        this.writing = writing;
        this.config = config;
        this.clock = clock;
    }

    /** What the client gets, once. */
    record Grant(String token, List<String> scopes, Duration validity) {}

    /**
     * A new token.
     *
     * @param audiences for whom an assertion may be meant: this hub under the addresses that clients know
     * @throws OAuthException when the client is not who it says, or may not what it wishes
     */
    @Transactional(dontRollbackOn = OAuthException.class)
    Grant grant(TokenWish wish, String... audiences) {
        Client client = authenticated(wish, audiences).orElseThrow(OAuthException::invalidClient);
        if (!client.scopes().containsAll(wish.scopes())) {
            throw OAuthException.invalidScope();
        }
        List<String> scopes = wish.scopes().isEmpty() ? client.scopes() : wish.scopes();
        Instant now = clock.instant();
        String token = Tokens.random();
        writing.run("delete from client_token where expires_at < ?", now.minus(config.tokenValidity()));
        writing.run(
                "insert into client_token (hash, client_id, scopes, issued_at, expires_at) values (?, ?, ?, ?, ?)",
                Tokens.hash(token),
                client.id(),
                scopes.toArray(String[]::new),
                now,
                now.plus(config.tokenValidity()));
        return new Grant(token, scopes, config.tokenValidity());
    }

    private Optional<Client> authenticated(TokenWish wish, String... audiences) {
        return wish.assertion() == null
                ? clients.ofSecret(wish.clientId(), wish.secret())
                : byAssertion(wish, audiences);
    }

    private Optional<Client> byAssertion(TokenWish wish, String... audiences) {
        return assertions
                .claimedClient(wish.assertion())
                .filter(claimed -> wish.clientId() == null || wish.clientId().equals(claimed))
                .flatMap(clients::find)
                .filter(client -> client.jwks() != null && !client.isRevoked())
                .filter(client -> assertions
                        .verify(wish.assertion(), client, audiences)
                        .filter(proof -> isFirst(client, proof))
                        .isPresent());
    }

    /** Of two who bring the same assertion one comes first, also at two hubs. */
    private boolean isFirst(Client client, Assertions.Proof proof) {
        writing.run("delete from client_assertion where expires_at < ?", clock.instant());
        return writing.run("""
                        insert into client_assertion (client_id, jti_hash, expires_at) values (?, ?, ?)
                        on conflict do nothing
                        """, client.id(), Tokens.hash(proof.id()), proof.expiresAt()) == 1;
    }
}
