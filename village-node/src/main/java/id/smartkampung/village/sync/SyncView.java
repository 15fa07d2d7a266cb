package id.smartkampung.village.sync;

import java.time.Instant;

/**
 * What people see of the way to the district.
 *
 * @param waiting changes that the district has not acknowledged
 * @param unsent those of them that have not left yet
 * @param lastSequence number of the last change
 * @param ackedSequence number of the last change that the district has applied
 * @param ackedAt when it said so, or null
 * @param ackedToday whether that was today
 * @param lastContactAt when it was last heard, or null
 * @param oldestWaitingAt since when the oldest change waits, or null
 * @param connected whether the broker answers
 * @param resends how often the district asked for something again
 * @param provenAt when the district last proved that its rows are ours, or null
 * @param provenToday whether that was today
 * @param provenSequence up to which change, or null
 * @param trouble sequence of the change at which it stopped, or null
 */
public record SyncView(
        State state,
        long waiting,
        long unsent,
        long lastSequence,
        long ackedSequence,
        Instant ackedAt,
        boolean ackedToday,
        Instant lastContactAt,
        Instant oldestWaitingAt,
        boolean connected,
        long resends,
        Instant provenAt,
        boolean provenToday,
        Long provenSequence,
        Long trouble) {

    /** The one thing to say about it. */
    public enum State {
        /** The district has applied everything. */
        DELIVERED,
        /** Something is on its way, and the line is there. */
        SENDING,
        /** Everything has left, and the district has not answered yet. */
        UNANSWERED,
        /** The line or the broker is away. */
        WAITING_FOR_NETWORK,
        /** The district does not know this village yet. */
        WAITING_FOR_DISTRICT,
        /** Nobody has connected this server with a district yet. */
        NOT_JOINED,
        /** The clock of this server is so wrong that no certificate is valid. */
        CLOCK,
        /** The broker does not let this village in. */
        REFUSED,
        /** A change is broken on the disk of this server; it and those after it are kept back. */
        INTEGRITY,
        /** The district holds another history than this server. */
        FORKED,
        /** This server was restored from a backup, and gets back what it lost. */
        RESTORED,
        /** It was restored from a backup, and the district no longer has what it lost. */
        LOST,
        /** Another machine speaks in the name of this village. */
        FROZEN,
        /** There is no room on the disk for anything new; what is kept is sent all the same. */
        DISK_FULL,
        /** The database could lose in a power cut what the district already has. */
        UNSAFE_DATABASE,
        /** A server to learn on. */
        TRAINING
    }
}
