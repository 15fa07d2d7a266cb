package id.smartkampung.deploy.regency;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which villages a small regency has: always the same, from as many kecamatan as possible, and the first of more are
 * those of fewer.
 */
public final class VillageChoice {

    /** Without a common factor with the 25 kecamatan: the walk comes to each once, and neighbours are far apart. */
    private static final int STRIDE = 9;

    private VillageChoice() {}

    public static int most() {
        return Wilayah.desa().size();
    }

    public static List<KodeWilayah> first(int count) {
        if (count < 1 || count > most()) {
            throw new IllegalArgumentException("the regency has 1 to " + most() + " villages, not " + count);
        }
        List<List<KodeWilayah>> kecamatan = Wilayah.kecamatan().stream()
                .map(area -> villagesOf(area.kode()))
                .toList();
        List<KodeWilayah> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < count; round++) {
            for (int step = 0; step < kecamatan.size() && chosen.size() < count; step++) {
                List<KodeWilayah> villages = kecamatan.get(step * STRIDE % kecamatan.size());
                if (round < villages.size()) {
                    chosen.add(villages.get(round));
                }
            }
        }
        return chosen;
    }

    /** Desa before kelurahan: a desa is what this system is made for. */
    private static List<KodeWilayah> villagesOf(KodeWilayah kecamatan) {
        return Wilayah.desa().stream()
                .map(Wilayah.Area::kode)
                .filter(kode -> kode.kecamatan().equals(kecamatan))
                .sorted(Comparator.comparing(KodeWilayah::isKelurahan).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
