package id.smartkampung.deploy.population;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.Map;

/**
 * The made-up people of Banyuwangi. Each village is made on its own from the seed and its code: in any order, on any
 * machine, with the same result.
 */
public final class Population {

    /** The seed of the demonstration and of the measures. */
    public static final long DEFAULT_SEED = 3510;

    private final long seed;
    private final Recipe recipe = Recipe.BANYUWANGI;

    private Population(long seed) {
        this.seed = seed;
    }

    public static Population of(long seed) {
        return new Population(seed);
    }

    /** Residents of every desa and kelurahan when the whole regency is made: 1,791,789 together. */
    public static Map<KodeWilayah, Integer> fullSize() {
        return Weights.read().residents(Recipe.BANYUWANGI.residents);
    }

    /** A village of its true size. */
    public SyntheticVillage village(KodeWilayah kode) {
        return village(kode, fullSize().getOrDefault(kode, 0));
    }

    public SyntheticVillage village(KodeWilayah kode, int residents) {
        if (!Wilayah.desa().stream().map(Wilayah.Area::kode).toList().contains(kode)) {
            throw new IllegalArgumentException(kode + " is no desa or kelurahan of the regency");
        }
        if (residents < 1) {
            throw new IllegalArgumentException("a village has residents, not " + residents);
        }
        return new VillageMaker(seed, kode, recipe).make(residents);
    }
}
