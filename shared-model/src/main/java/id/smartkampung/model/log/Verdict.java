package id.smartkampung.model.log;

/** What a receiver thinks of an event that arrived. */
public enum Verdict {
    /** The next of its log, and the chain holds. */
    ACCEPT,
    /** Already applied, with the same hash. */
    REPEAT,
    /** Something before it is missing. */
    GAP,
    /** Another history of this log: the same position with another hash, or a next event on another chain. */
    FORK,
    /** Written in the name of another node than the one that owns the log. */
    FOREIGN,
    /** Its data is not what its header promises. */
    CORRUPT
}
