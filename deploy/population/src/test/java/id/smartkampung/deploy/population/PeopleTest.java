package id.smartkampung.deploy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.wilayah.KodeWilayah;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final Recipe recipe = Recipe.BANYUWANGI;

    @Test
    void theRegencyKeepsThePyramidThoughVillagesDiffer() {
        long[] ofRegency = new long[recipe.pyramid.size()];

        Population.fullSize().forEach((desa, residents) -> {
            int[] counts = countsOf(desa, residents);
            for (int i = 0; i < counts.length; i++) {
                ofRegency[i / 2] += counts[i];
            }
        });

        for (int i = 0; i < ofRegency.length; i++) {
            assertThat(100.0 * ofRegency[i] / recipe.residents)
                    .as("percent of the group from " + recipe.pyramid.get(i).from())
                    .isCloseTo(recipe.pyramid.get(i).percent(), within(0.2));
        }
    }

    @Test
    void villagesDifferFromEachOther() {
        assertThat(countsOf(new KodeWilayah("35.10.01.2001"), 10_000))
                .isNotEqualTo(countsOf(new KodeWilayah("35.10.01.2002"), 10_000));
    }

    private int[] countsOf(KodeWilayah desa, int residents) {
        return new People(recipe, desa, Random64.of(Population.DEFAULT_SEED, desa, "")).countsOf(residents);
    }
}
