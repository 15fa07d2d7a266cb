package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import java.util.Optional;

/** Who tells the heads of a sender from those of somebody else. */
public interface HeadCheck {

    /** For a log whose heads are not signed: every head is the sender's. */
    HeadCheck NONE = (head, signature) -> Trust.VALID;

    /** Whether this head was signed by the owner of the log. */
    Trust check(LogHead head, Optional<HeadSignature> signature);

    /** Whether this control record was signed by the owner of the log. */
    default Trust check(Arrival.Written word) {
        return Trust.VALID;
    }

    /** Whether heads behind this event may be believed on other grounds than heads before it. */
    default boolean changesBy(Envelope event) {
        return false;
    }

    /**
     * Told of each event that a valid head covers, in order and before a later head is checked: a change of keys takes
     * effect here. What is told here may be rolled back with the transaction of the turn.
     */
    default void proven(Envelope event) {}
}
