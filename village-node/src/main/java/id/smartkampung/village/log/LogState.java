package id.smartkampung.village.log;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.time.Instant;

/**
 * How far the log of this village has come, read at one moment.
 *
 * @param head its end
 * @param sent the broker has everything up to here
 * @param acked the district has applied everything up to here
 * @param waiting events that the district has not acknowledged
 * @param ackedAt when the district last acknowledged something new, or null
 * @param lastContactAt when the district was last heard, or null
 * @param oldestWaitingAt time of the first event that is not acknowledged, or null
 * @param fork where the district holds another history than we do, or null
 * @param halt why nothing may be sent since the last hello, or null
 * @param resends how often the district asked for something again
 * @param obeyed how far the commands of the district were obeyed
 * @param proven where the district last proved that its rows are ours, or null
 * @param provenAt when that was by its clock, or null
 * @param durable whether the database keeps what it has committed through a power cut
 */
public record LogState(
        LogHead head,
        LogPosition sent,
        LogPosition acked,
        long waiting,
        Instant ackedAt,
        Instant lastContactAt,
        Instant oldestWaitingAt,
        LogPosition fork,
        Halt halt,
        long resends,
        LogHead obeyed,
        LogPosition proven,
        Instant provenAt,
        boolean durable) {

    /** What the district's answer to a hello asks of people before anything is sent again. */
    public enum Halt {
        /** This server was restored from a backup, and gets back what it lost. */
        RESTORED,
        /** It was restored, and the district no longer has what it lost. */
        LOST,
        /** It was restored and worked on: there are two histories. */
        FORKED,
        /** Another machine speaks in our name. */
        FROZEN
    }
}
