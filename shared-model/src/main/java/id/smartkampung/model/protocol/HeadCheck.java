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

    /** Whether heads behind this event are signed with other keys than heads before it. */
    default boolean changesKeys(Envelope event) {
        return false;
    }

    /**
     * Told of each event that changes the keys, once a valid head covers it and before a later head is checked. What is
     * told here may be rolled back with the transaction of the turn.
     */
    default void changeKeys(Envelope event) {}
}
