package id.smartkampung.deploy.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.wilayah.KodeWilayah;
import java.util.List;
import org.junit.jupiter.api.Test;

class VillageChoiceTest {

    @Test
    void takesEachVillageFromAnotherKecamatanAsLongAsThereAreAny() {
        assertThat(VillageChoice.first(25).stream().map(KodeWilayah::kecamatan).distinct())
                .hasSize(25);
    }

    @Test
    void theFirstOfMoreAreThoseOfFewer() {
        List<KodeWilayah> few = VillageChoice.first(3);

        assertThat(VillageChoice.first(40)).startsWith(few.toArray(KodeWilayah[]::new));
    }

    @Test
    void givesEveryVillageOfTheRegencyOnce() {
        assertThat(VillageChoice.first(VillageChoice.most())).hasSize(217).doesNotHaveDuplicates();
    }

    @Test
    void refusesMoreThanThereAre() {
        assertThatThrownBy(() -> VillageChoice.first(218)).hasMessageContaining("217");
    }
}
