package id.smartkampung.deploy.population;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.time.LocalDate;
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

    private final int part;
    private final int parts;

    private Population(long seed, int part, int parts) {
        this.seed = seed;
        this.part = part;
        this.parts = parts;
    }

    public static Population of(long seed) {
        return new Population(seed, 0, 1);
    }

    /** Other people in the same villages, of whom none has a number of those of another part. */
    public static Population part(long seed, int part, int parts) {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
        return new Population(seed + part, part, parts);
    }

    public long seed() {
        return seed;
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
        return making(kode, residents).village();
    }

    /** A village with the means to make more people of it. */
    public Making making(KodeWilayah kode, int residents) {
        if (!Wilayah.desa().stream().map(Wilayah.Area::kode).toList().contains(kode)) {
            throw new IllegalArgumentException(kode + " is no desa or kelurahan of the regency");
        }
        if (residents < 1) {
            throw new IllegalArgumentException("a village has residents, not " + residents);
        }
        return new Making(seed, recipe, new Serials(kode, part, parts), kode, residents);
    }

    /** The day on which everybody is as old as they are made, and with which histories end. */
    public static LocalDate referenceDate() {
        return Recipe.BANYUWANGI.referenceDate;
    }

    /** The recipe as it is written, for whoever makes more from it than people. */
    public static JsonNode recipe() {
        return Recipe.read("populasi_resep.json");
    }
}
