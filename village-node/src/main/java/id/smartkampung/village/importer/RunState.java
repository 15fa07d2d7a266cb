package id.smartkampung.village.importer;

/** Where a file stands on its way in. */
enum RunState {
    /** Being read and laid beside the register. */
    CHECKING,
    /** Waits for an officer who has looked at it. */
    CHECKED,
    RUNNING,
    /** Stopped by an officer; what came in stays. */
    PAUSED,
    DONE,
    /** Not readable as a whole. */
    REFUSED,
    /** Thrown away before it came in. */
    DISCARDED;

    boolean works() {
        return this == CHECKING || this == RUNNING;
    }

    /** The uploaded file is of no more use. */
    boolean ended() {
        return this == DONE || this == REFUSED || this == DISCARDED;
    }
}
