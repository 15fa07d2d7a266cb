package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.Optional;

/** The log of a sender, as far as its decisions ask for it: only the history that holds, nothing of one that it left. */
public interface OwnLog {

    LogHead head();

    /** The hash of our event at a position, {@link Hash#ZERO} at the start of the log; empty when we have none there. */
    Optional<Hash> hashAt(LogPosition position);

    /** Our last position in this epoch or, when it left nothing, in the one before; the start of the log if need be. */
    LogPosition endOf(int epoch);

    /**
     * Where our history parts at the latest from that of somebody who stands at this position: that very position when
     * it is ours, the end of its epoch when somebody went on in an epoch that we left; empty when it is beyond our end.
     */
    default Optional<LogPosition> meeting(LogPosition position) {
        if (hashAt(position).isPresent()) {
            return Optional.of(position);
        }
        if (position.epoch() >= head().position().epoch()) {
            return Optional.empty();
        }
        LogPosition end = endOf(position.epoch());
        return end.sequence() < position.sequence() ? Optional.of(end) : Optional.empty();
    }
}
