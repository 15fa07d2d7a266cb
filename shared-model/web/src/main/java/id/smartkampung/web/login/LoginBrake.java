package id.smartkampung.web.login;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Tokens;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Slows down guessing: hard for one name from one address, softly for a name and for an address.
 *
 * <p>An attempt counts before its password is looked at, so that many at once gain nothing. The soft limits do not hold
 * for an address from which the account has logged in before: a stranger cannot keep an officer out.
 */
@ApplicationScoped
class LoginBrake {

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int MINUTE = 60;

    private final EntityManager store;
    private final Clock clock;

    LoginBrake(EntityManager store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How many attempts are free, and how long the longest wait is. */
    private record Limit(int free, Duration first, Duration longest) {

        Duration waitAfter(int attempts) {
            if (attempts < free) {
                return Duration.ZERO;
            }
            int doublings = Math.min(attempts - free, 20);
            Duration wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    private static final Limit PAIR = new Limit(5, Duration.ofSeconds(5), Duration.ofMinutes(15));
    private static final Limit NAME = new Limit(30, Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final Limit ADDRESS = new Limit(60, Duration.ofSeconds(5), Duration.ofMinutes(1));

    /** What somebody reads who must wait so long. */
    static String told(Texts texts, Duration wait) {
        long seconds = wait.toSeconds() + 1;
        if (seconds <= MINUTE) {
            return texts.of("login.wait-seconds", seconds);
        }
        return texts.of("login.wait-minutes", (seconds + MINUTE - 1) / MINUTE);
    }

    /** Zero if this attempt may go on, else how long to wait. */
    @Transactional
    Duration attempt(String username, String address, boolean known) {
        Instant now = clock.instant();
        store.createNativeQuery("delete from login_brake where last_attempt_at < :before")
                .setParameter("before", now.minus(MEMORY))
                .executeUpdate();
        Duration wait = count(pair(username, address), PAIR, now);
        if (known || !wait.isZero()) {
            return wait;
        }
        Duration name = count(name(username), NAME, now);
        Duration place = count(place(address), ADDRESS, now);
        return name.compareTo(place) > 0 ? name : place;
    }

    /** The right password was given: this name may start afresh, and the address gets its attempt back. */
    @Transactional
    void release(String username, String address) {
        store.createNativeQuery("delete from login_brake where subject in (:pair, :name)")
                .setParameter("pair", pair(username, address))
                .setParameter("name", name(username))
                .executeUpdate();
        store.createNativeQuery("update login_brake set attempts = greatest(attempts - 1, 0) where subject = :place")
                .setParameter("place", place(address))
                .executeUpdate();
    }

    private Duration count(byte[] subject, Limit limit, Instant now) {
        List<?> counted = store.createNativeQuery("""
                        insert into login_brake as b (subject, attempts, last_attempt_at, blocked_until)
                        values (:subject, 1, :now, '1970-01-01T00:00:00Z')
                        on conflict (subject) do update set attempts = b.attempts + 1, last_attempt_at = excluded.last_attempt_at
                        where b.blocked_until <= excluded.last_attempt_at
                        returning b.attempts
                        """, Integer.class)
                .setParameter("subject", subject)
                .setParameter("now", now)
                .getResultList();
        if (counted.isEmpty()) {
            return Duration.between(now, blockedUntil(subject));
        }
        Duration wait = limit.waitAfter((Integer) counted.get(0));
        // Only a wait is written down: of two free attempts at the same moment neither keeps the other out.
        if (!wait.isZero()) {
            store.createNativeQuery("update login_brake set blocked_until = :until where subject = :subject")
                    .setParameter("until", now.plus(wait))
                    .setParameter("subject", subject)
                    .executeUpdate();
        }
        return Duration.ZERO;
    }

    private Instant blockedUntil(byte[] subject) {
        return (Instant)
                store.createNativeQuery("select blocked_until from login_brake where subject = :subject", Instant.class)
                        .setParameter("subject", subject)
                        .getSingleResult();
    }

    private static byte[] pair(String username, String address) {
        return Tokens.hash("pair\n" + Account.folded(username) + "\n" + address);
    }

    private static byte[] name(String username) {
        return Tokens.hash("name\n" + Account.folded(username));
    }

    private static byte[] place(String address) {
        return Tokens.hash("address\n" + address);
    }
}
