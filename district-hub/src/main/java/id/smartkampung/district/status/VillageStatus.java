package id.smartkampung.district.status;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;

/**
 * A village server and how its log stands.
 *
 * @param epoch which of its logs: a village that lost its own begins another
 * @param sequence the last event applied
 * @param lag how many events the village is known to have beyond that
 * @param lastEventAt when the last event applied was made, by the clock of the village
 * @param gap null when nothing is missing
 * @param stateSince since when the log is received, paused or frozen
 * @param signs what else is to be known
 */
public record VillageStatus(
        NodeId node,
        KodeWilayah desa,
        String name,
        boolean kelurahan,
        Instant registeredAt,
        Instant lastHeardAt,
        String version,
        int epoch,
        long sequence,
        long lag,
        Instant lastEventAt,
        Instant lastAppliedAt,
        long repeats,
        Gap gap,
        long parked,
        long incidents,
        VillageState state,
        Instant stateSince,
        Signs signs) {

    /** Since when the village is in its state. */
    public Instant since() {
        return switch (state) {
            case FROZEN, PAUSED -> stateSince;
            case GAP -> gap.since();
            case STALLED, CATCHING_UP -> signs.behindSince() == null ? lastHeardAt : signs.behindSince();
            case NEVER_HEARD -> registeredAt;
            case OFFLINE -> lastHeardAt;
            case PARKED -> signs.parkedSince();
            case IN_SYNC -> lastAppliedAt == null ? registeredAt : lastAppliedAt;
        };
    }

    /** Whether a person has to look. */
    public boolean isUrgent() {
        return switch (state) {
            case FROZEN, PAUSED, GAP, STALLED, PARKED -> true;
            case OFFLINE, NEVER_HEARD, CATCHING_UP, IN_SYNC -> parked > 0;
        };
    }

    public KodeWilayah kecamatan() {
        return desa.kecamatan();
    }
}
