package id.smartkampung.district.trust;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.VerifyKey;

/**
 * A key of a village and the positions whose heads it may sign.
 *
 * @param from the first of them
 * @param until the first behind them, null while there is no end
 * @param revoked whether a person ended it, and not its successor
 */
public record KnownKey(VerifyKey key, LogPosition from, LogPosition until, boolean revoked) {

    public boolean isValidAt(LogPosition position) {
        return from.compareTo(position) <= 0 && (until == null || position.compareTo(until) < 0);
    }

    /** Whether it may sign what comes next, and words that stand at no position. */
    public boolean isCurrent() {
        return until == null;
    }

    /** The same key, ended where another takes its place. */
    public KnownKey endedAt(LogPosition end) {
        return until == null ? new KnownKey(key, from, end, revoked) : this;
    }
}
