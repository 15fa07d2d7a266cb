package id.smartkampung.model.protocol;

import id.smartkampung.model.log.LogPosition;

/**
 * A record that cannot be trusted: nothing of it is applied and the cursor does not move for it.
 *
 * @param signed whether the owner of the log signed it, so that nobody else can have made the trouble
 */
public record Suspect(Kind kind, LogPosition position, long offset, String detail, boolean signed) {

    public Suspect(Kind kind, LogPosition position, long offset, String detail) {
        this(kind, position, offset, detail, false);
    }

    /**
     * Whether the log is frozen when the same comes again after a clean copy was asked for: only where its owner made
     * the trouble, else anybody who reaches the topic could stop a village.
     */
    public boolean freezesWhenItComesAgain() {
        return signed && kind.asksForCopy();
    }

    /** What is wrong with it. */
    public enum Kind {
        /** The owner of the log signed another history of it; what nobody signed is {@link #UNTRUSTED}. */
        FORK,
        /** It belongs to a history that the log has left, and was never applied. */
        ORPHAN,
        /** It is written in the name of another node. */
        FOREIGN,
        /** Its data is not what its header promises. */
        CORRUPT,
        /**
         * Its signature is bad, or of a key that is unknown or no longer valid; or it has none and contradicts what was
         * applied or what waits, which anybody could have written.
         */
        UNTRUSTED,
        /** Another machine speaks in the same name; the log is frozen at once. */
        CLONE,
        /** It is no event at all. */
        MALFORMED;

        /** Whether the owner of the log is asked for a clean copy. */
        public boolean asksForCopy() {
            return this != FOREIGN && this != ORPHAN && this != CLONE;
        }
    }
}
