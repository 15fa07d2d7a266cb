package id.smartkampung.deploy.chance;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Random64Test {

    @Test
    void givesTheNumbersOfTheReferenceImplementation() {
        Random64 random = new Random64(0);

        // SplitMix64 fills the state from 0, xoshiro256** draws.
        assertThat(random.nextLong()).isEqualTo(0x99EC5F36CB75F2B4L);
        assertThat(random.nextLong()).isEqualTo(0xBF6E1F784956452AL);
        assertThat(random.nextLong()).isEqualTo(0x1A5F849D4933E6E0L);
    }

    @Test
    void eachVillageAndPurposeHasItsOwnStream() {
        KodeWilayah desa = new KodeWilayah("35.10.01.2001");
        long first = Random64.of(1, desa, "names").nextLong();

        assertThat(Random64.of(1, desa, "names").nextLong()).isEqualTo(first);
        assertThat(Random64.of(1, desa, "lives").nextLong()).isNotEqualTo(first);
        assertThat(Random64.of(1, new KodeWilayah("35.10.01.2002"), "names").nextLong())
                .isNotEqualTo(first);
        assertThat(Random64.of(2, desa, "names").nextLong()).isNotEqualTo(first);
    }

    @Test
    void boundsAreKept() {
        Random64 random = new Random64(1);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(random.between(3, 5));
        }

        assertThat(drawn).containsOnly(3, 4, 5);
    }
}
