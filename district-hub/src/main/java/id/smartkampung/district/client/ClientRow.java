package id.smartkampung.district.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A client as the list shows it.
 *
 * @param secretUntil the end of its last secret; null where none is good
 * @param secrets how many are good: two while one takes the place of the other
 * @param calls of the last 30 days
 * @param refused of these, how many came too fast
 * @param lastAt null where it never called
 */
record ClientRow(
        Client client, Instant secretUntil, int secrets, long calls, long refused, Instant lastAt, Instant now) {

    private static final Duration WARN_BEFORE = Duration.ofDays(30);

    /** How it stands. */
    enum State {
        ACTIVE,
        EXPIRING,
        EXPIRED,
        REVOKED
    }

    public State state() {
        if (client.isRevoked()) {
            return State.REVOKED;
        }
        if (client.jwks() != null) {
            return State.ACTIVE;
        }
        if (secretUntil == null) {
            return State.EXPIRED;
        }
        return secretUntil.isBefore(now.plus(WARN_BEFORE)) ? State.EXPIRING : State.ACTIVE;
    }

    public boolean isRevoked() {
        return client.isRevoked();
    }

    /** Whether it has a secret, which can be replaced, and no key of its own. */
    public boolean hasSecret() {
        return client.jwks() == null;
    }
}
