package id.smartkampung.district.overview;

import id.smartkampung.district.proof.ProofState;
import id.smartkampung.district.statistics.Sums;
import id.smartkampung.district.status.VillageState;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.Duration;
import java.time.Instant;

/** One village that has joined, with its totals, and whether its rows here are proven to be its own. */
public record VillageLine(VillageStatus status, Sums sums, ProofState proof) {

    private static final Duration A_DAY = Duration.ofHours(24);

    /** Whether all that the village announced has come, also when it has been offline since. */
    public boolean isComplete() {
        return switch (status.state()) {
            case IN_SYNC, PARKED -> true;
            case OFFLINE -> status.lag() == 0;
            case FROZEN, PAUSED, GAP, STALLED, NEVER_HEARD, CATCHING_UP -> false;
        };
    }

    /** Whether a person has to look. */
    public boolean isUrgent() {
        return status.isUrgent() || proof.isDiverged();
    }

    public boolean isOffline() {
        return status.state() == VillageState.OFFLINE;
    }

    public boolean isOfflineForADay(Instant now) {
        return isOffline() && status.lastHeardAt().isBefore(now.minus(A_DAY));
    }

    /** Name of the kecamatan, since names of villages repeat. */
    public String kecamatanName() {
        return nameOf(status.kecamatan());
    }

    static String nameOf(KodeWilayah kode) {
        return Wilayah.find(kode).map(Wilayah.Area::name).orElse(kode.value());
    }
}
