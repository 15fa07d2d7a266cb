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
 * @param resends how often the district asked for something again
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
        long resends,
        boolean durable) {}
