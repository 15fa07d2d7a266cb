package id.smartkampung.model.protocol;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.List;
import java.util.Optional;

/**
 * Of the heads that came in one turn only the last is checked: it covers all before it, and to check one costs as much
 * as to hash hundreds of events. The others count as not signed.
 *
 * <p>Serves a first look, which is thrown away when anything is amiss.
 */
final class LastHead implements HeadCheck {

    private final HeadCheck check;
    private final LogPosition last;

    private LastHead(HeadCheck check, LogPosition last) {
        this.check = check;
        this.last = last;
    }

    /**
     * Empty where there are not several signed heads, so that a first look would spare nothing, and where an event
     * changes the keys: then each head is checked with those that hold at its place.
     */
    static Optional<LastHead> of(HeadCheck check, List<Arrival> arrivals) {
        LogPosition last = LogPosition.START;
        int signed = 0;
        for (Arrival arrival : arrivals) {
            if (!(arrival instanceof Arrival.Event event)) {
                continue;
            }
            LogPosition position = event.envelope().position();
            if (check.changesKeys(event.envelope())) {
                return Optional.empty();
            }
            if (event.signature().isPresent()) {
                last = position.compareTo(last) > 0 ? position : last;
                signed++;
            }
        }
        return signed > 1 ? Optional.of(new LastHead(check, last)) : Optional.empty();
    }

    @Override
    public Trust check(LogHead head, Optional<HeadSignature> signature) {
        return head.position().equals(last) ? check.check(head, signature) : Trust.UNSIGNED;
    }

    @Override
    public Trust check(Arrival.Written word) {
        return check.check(word);
    }

    /** Whether the first look came so far. */
    boolean isReachedBy(LogHead applied) {
        return applied.position().compareTo(last) >= 0;
    }
}
