package id.smartkampung.district.status;

import java.time.Instant;

/** How the log of a village stands at the district; the first that holds, from the worst to the best. */
public enum VillageState {
    /** The same untrustworthy record came twice; nothing is applied until a person has looked. */
    FROZEN,
    /** Too many events could not be applied in a short time; this village waits for a person. */
    PAUSED,
    /** Events are missing and were asked for again. */
    GAP,
    /** The village has more, it is connected, and nothing of it was applied for a while: our trouble. */
    STALLED,
    /** Registered, but never heard of. */
    NEVER_HEARD,
    /** Silent for longer than a village that is on line would be. */
    OFFLINE,
    /** Has announced more than was applied so far. */
    CATCHING_UP,
    /** Everything arrived; some events wait for a person. */
    PARKED,
    /** Everything that the village announced is applied. */
    IN_SYNC;

    static VillageState of(
            String cursorState,
            Gap gap,
            Instant lastHeardAt,
            Instant silentSince,
            long lag,
            boolean stalled,
            long parked) {
        if (cursorState.equals("FROZEN")) {
            return FROZEN;
        }
        if (cursorState.equals("PAUSED")) {
            return PAUSED;
        }
        if (gap != null) {
            return GAP;
        }
        if (lastHeardAt == null) {
            return NEVER_HEARD;
        }
        if (lastHeardAt.isBefore(silentSince)) {
            return OFFLINE;
        }
        if (lag > 0) {
            return stalled ? STALLED : CATCHING_UP;
        }
        return parked > 0 ? PARKED : IN_SYNC;
    }
}
