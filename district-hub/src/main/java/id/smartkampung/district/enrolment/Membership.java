package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.NodeId;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a village has joined.
 *
 * @param codeUntil until when a code waits to be used, null when none does
 * @param joinedAt when it got its credential, null when it never did
 * @param expiresAt when that ends
 * @param revokedAt when it was shut out, null when it was not
 * @param words the six words of its key and ours, null before it joined
 */
public record Membership(
        NodeId node,
        String name,
        String kecamatan,
        Instant codeUntil,
        Instant joinedAt,
        Instant expiresAt,
        Instant revokedAt,
        String words,
        State state) {

    static final Duration WARN_BEFORE = Duration.ofDays(30);

    /** The one thing to say about it. */
    public enum State {
        /** It never joined, and no code waits. */
        OUTSIDE,
        /** A code was given and not used yet. */
        INVITED,
        JOINED,
        /** The credential ends soon; a village that is online has renewed it before. */
        EXPIRING,
        EXPIRED,
        /** Shut out by a person. */
        REVOKED
    }

    static State state(Instant codeUntil, Instant joinedAt, Instant expiresAt, Instant revokedAt, Instant now) {
        boolean in = joinedAt != null && revokedAt == null;
        if (!in && codeUntil != null) {
            return State.INVITED;
        }
        if (joinedAt == null) {
            return State.OUTSIDE;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return now.isBefore(expiresAt.minus(WARN_BEFORE)) ? State.JOINED : State.EXPIRING;
    }

    /** Whether there is something to shut out. */
    public boolean isInside() {
        return joinedAt != null && revokedAt == null;
    }

    /** Whether a person has to look. */
    boolean isUrgent() {
        return state == State.EXPIRING || state == State.EXPIRED;
    }
}
