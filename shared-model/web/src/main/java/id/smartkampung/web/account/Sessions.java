package id.smartkampung.web.account;

import id.smartkampung.web.WebConfig;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Logins that last: kept in the store, so that they can be ended at once. */
@ApplicationScoped
public class Sessions {

    /** A session is touched no more often than this, so that reading a page seldom writes. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    /** Ended sessions are kept this long, since they tell from where an account is used to come. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final WebConfig config;
    private final Clock clock;

    Sessions(WebConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Somebody who knows the password, before the code of the phone.
     *
     * @param offered the locked secret that a phone is to take over; null where one has
     */
    public record Step(Officer officer, String offered) {}

    /** Starts a session and returns the token for the cookie. */
    @Transactional
    public String start(UUID accountId, String address) {
        return begin(accountId, address, config.sessionLength(), session -> session.awaitsCode = false);
    }

    /** Starts the wait for the code of a phone; its token opens nothing. */
    @Transactional
    public String startStep(UUID accountId, String address, String offered) {
        return begin(accountId, address, config.codeWithin(), session -> {
            session.awaitsCode = true;
            session.offeredSecret = offered;
        });
    }

    private String begin(UUID accountId, String address, Duration length, Consumer<Session> kind) {
        Instant now = clock.instant();
        Session.delete("createdAt < ?1", now.minus(MEMORY));
        String token = Tokens.random();
        Session session = new Session();
        session.tokenHash = Tokens.hash(token);
        session.accountId = accountId;
        session.address = address;
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(length);
        kind.accept(session);
        session.persist();
        return token;
    }

    /** Who this token belongs to; nobody if the session or the account has ended. Somebody is there: it goes on. */
    @ActivateRequestContext
    @Transactional
    public Optional<Officer> officer(String token) {
        Instant now = clock.instant();
        Optional<Session> session = lasting(token, now);
        session.filter(open -> open.lastSeenAt.plus(TOUCH).isBefore(now)).ifPresent(open -> open.lastSeenAt = now);
        return session.flatMap(this::officerOf);
    }

    /** The same, asked by a page that keeps itself fresh: the session ends as if nobody had asked. */
    @ActivateRequestContext
    @Transactional
    public Optional<Officer> onlooker(String token) {
        return lasting(token, clock.instant()).flatMap(this::officerOf);
    }

    /** Whose code is awaited; nobody's once the wait or the account has ended. */
    @Transactional
    public Optional<Step> step(String token) {
        return Session.<Session>findByIdOptional(Tokens.hash(token))
                .filter(session -> session.awaitsCode && lasts(session, clock.instant()))
                .flatMap(session -> officerOf(session).map(officer -> new Step(officer, session.offeredSecret)));
    }

    /** Whether this account lets anybody in at all. */
    public boolean mayEnter(Account account) {
        return account.active && (!account.demo || config.demo());
    }

    @Transactional
    public void end(String token) {
        Session.update("endedAt = ?1 where tokenHash = ?2 and endedAt is null", clock.instant(), Tokens.hash(token));
    }

    /** After a new password, a new role or a deactivation nobody goes on with the old one. */
    @Transactional
    public void endAll(UUID accountId) {
        Panache.flush();
        Session.update("endedAt = ?1 where accountId = ?2 and endedAt is null", clock.instant(), accountId);
    }

    /** Whether this account has logged in from this address before. */
    @Transactional
    public boolean knows(UUID accountId, String address) {
        return Session.count("accountId = ?1 and address = ?2 and awaitsCode = false", accountId, address) > 0;
    }

    private Optional<Officer> officerOf(Session session) {
        Account account = Account.findById(session.accountId);
        return mayEnter(account) ? Optional.of(account.toOfficer()) : Optional.empty();
    }

    private Optional<Session> lasting(String token, Instant now) {
        return Session.<Session>findByIdOptional(Tokens.hash(token))
                .filter(session -> !session.awaitsCode && lasts(session, now));
    }

    private boolean lasts(Session session, Instant now) {
        return session.endedAt == null
                && session.expiresAt.isAfter(now)
                && session.lastSeenAt.plus(config.sessionIdle()).isAfter(now);
    }
}
