package id.smartkampung.model.log;

/** What a receiver thinks of an event that arrived. */
public enum Verdict {
    /** The next of its log, and the chain holds. */
    ACCEPT,
    /**
     * The first of a newer epoch, chained to an event of our own history: its log was restored and worked on, and what
     * we have behind that event is no longer its history.
     */
    NEW_EPOCH,
    /** Already applied, with the same hash. */
    REPEAT,
    /** Something before it is missing. */
    GAP,
    /** Another history of this log: the same position with another hash, or a next event on another chain. */
    FORK,
    /** Of a history that its log has left since, and never applied here. */
    ORPHAN,
    /** Written in the name of another node than the one that owns the log. */
    FOREIGN,
    /** Its data is not what its header promises. */
    CORRUPT
}
