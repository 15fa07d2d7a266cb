package id.smartkampung.district.inbox;

import id.smartkampung.model.log.LogPosition;

/** A record that cannot be trusted: nothing of it is applied and the cursor does not move for it. */
record Suspect(Kind kind, LogPosition position, long offset, String detail) {

    /** What is wrong with it. */
    enum Kind {
        /** It belongs to another history of this log. */
        FORK,
        /** It is written in the name of another node. */
        FOREIGN,
        /** Its data is not what its header promises. */
        CORRUPT,
        /** It is no event at all. */
        MALFORMED;

        /** Whether the owner of the log is asked for a clean copy, and the village frozen when the same comes again. */
        boolean asksForCopy() {
            return this != FOREIGN;
        }
    }
}
