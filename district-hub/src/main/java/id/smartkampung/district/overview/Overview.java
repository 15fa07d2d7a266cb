package id.smartkampung.district.overview;

import id.smartkampung.district.statistics.Sums;
import id.smartkampung.district.status.VillageState;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The regency, or one kecamatan of it, at one moment: all villages with their state and totals. */
public record Overview(Instant asOf, List<VillageLine> villages, List<KecamatanLine> kecamatan, long desa) {

    /** One kecamatan: the villages of it that have joined, and how many there are. */
    public record KecamatanLine(KodeWilayah kode, String name, List<VillageLine> villages, int desa, Sums sums) {

        public boolean hasJoined() {
            return !villages.isEmpty();
        }

        public long complete() {
            return villages.stream().filter(line -> line.isComplete()).count();
        }

        public long lag() {
            return villages.stream().mapToLong(line -> line.status().lag()).sum();
        }

        public boolean isUrgent() {
            return villages.stream().anyMatch(line -> line.isUrgent());
        }

        public boolean isComplete() {
            return complete() == villages.size();
        }

        /** Places whose village has not joined. */
        public int missing() {
            return Math.max(0, desa - villages.size());
        }

        /** How long the bar of a village is beside the others of this kecamatan, in hundredths. */
        public long share(VillageLine village) {
            return hundredths(
                    village.sums().people(),
                    villages.stream().mapToLong(line -> line.sums().people()).max());
        }

        /** The moment since which at least one of its villages has not been heard; null if none was ever heard. */
        public Instant lastHeardAt() {
            return villages.stream()
                    .map(line -> line.status().lastHeardAt())
                    .filter(at -> at != null)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    static Overview of(Instant asOf, List<VillageLine> villages, VisibleArea area) {
        Map<KodeWilayah, Long> desa = Wilayah.desa().stream()
                .filter(place -> area.contains(place.kode()))
                .collect(Collectors.groupingBy(place -> place.kode().kecamatan(), Collectors.counting()));
        List<KecamatanLine> kecamatan = new ArrayList<>();
        for (Wilayah.Area place : Wilayah.kecamatan()) {
            if (area.contains(place.kode())) {
                List<VillageLine> joined = villages.stream()
                        .filter(line -> line.status().kecamatan().equals(place.kode()))
                        .toList();
                kecamatan.add(new KecamatanLine(
                        place.kode(),
                        place.name(),
                        joined,
                        desa.getOrDefault(place.kode(), 0L).intValue(),
                        Sums.of(joined.stream().map(VillageLine::sums).toList())));
            }
        }
        long all = desa.values().stream().mapToLong(Long::longValue).sum();
        return new Overview(asOf, villages, List.copyOf(kecamatan), all);
    }

    public Sums sums() {
        return Sums.of(villages.stream().map(VillageLine::sums).toList());
    }

    /** Villages of which everything was applied up to the end that they announced last. */
    public long complete() {
        return villages.stream().filter(line -> line.isComplete()).count();
    }

    /** Villages whose rows here are proven to be their own, as far as they were applied. */
    public long proven() {
        return villages.stream().filter(line -> line.proof().isProven()).count();
    }

    /** Villages whose rows here are not their own, and nothing that waits explains it. */
    public long diverged() {
        return villages.stream().filter(line -> line.proof().isDiverged()).count();
    }

    public long offlineForADay() {
        return villages.stream().filter(line -> line.isOfflineForADay(asOf)).count();
    }

    public long in(VillageState state) {
        return villages.stream().filter(line -> line.status().state() == state).count();
    }

    public long urgent() {
        return villages.stream().filter(line -> line.isUrgent()).count();
    }

    public long parked() {
        return villages.stream().mapToLong(line -> line.status().parked()).sum();
    }

    public long lag() {
        return villages.stream().mapToLong(line -> line.status().lag()).sum();
    }

    /** How many kecamatan have no village that joined. */
    public long emptyKecamatan() {
        return kecamatan.stream().filter(line -> !line.hasJoined()).count();
    }

    /** How long the bar of a kecamatan is beside the others, in hundredths. */
    public long share(KecamatanLine line) {
        return hundredths(
                line.sums().people(),
                kecamatan.stream().mapToLong(other -> other.sums().people()).max());
    }

    /** One stroke for each village, those that have not joined at the end. */
    public Fence fence() {
        return Fence.of(villages, missing());
    }

    private static long hundredths(long part, OptionalLong most) {
        return most.orElse(0) == 0 ? 0 : Math.round(100.0 * part / most.getAsLong());
    }

    /** Places whose village has not joined. */
    public long missing() {
        return Math.max(0, desa - villages.size());
    }

    /** The oldest data among the villages that are offline; null if none is. */
    public Instant oldest() {
        return villages.stream()
                .filter(VillageLine::isOffline)
                .map(line -> line.status().lastHeardAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
