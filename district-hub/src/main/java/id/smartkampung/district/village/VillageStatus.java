package id.smartkampung.district.village;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;

/**
 * A village server and how its log stands.
 *
 * @param sequence the last event applied
 * @param lag how many events the village is known to have beyond that
 * @param lastEventAt when the last event applied was made, by the clock of the village
 * @param gap null when nothing is missing
 * @param stateSince since when the log is received, paused or frozen
 */
public record VillageStatus(
        NodeId node,
        KodeWilayah desa,
        String name,
        boolean kelurahan,
        Instant registeredAt,
        Instant lastHeardAt,
        String version,
        long sequence,
        long lag,
        Instant lastEventAt,
        Instant lastAppliedAt,
        long repeats,
        Gap gap,
        long parked,
        long incidents,
        VillageState state,
        Instant stateSince) {

    /** Whether a person has to look. */
    public boolean isUrgent() {
        return switch (state) {
            case FROZEN, PAUSED, GAP, PARKED -> true;
            case OFFLINE, NEVER_HEARD, CATCHING_UP, IN_SYNC -> parked > 0;
        };
    }

    public KodeWilayah kecamatan() {
        return desa.kecamatan();
    }
}
