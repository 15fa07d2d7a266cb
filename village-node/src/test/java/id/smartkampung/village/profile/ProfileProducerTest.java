package id.smartkampung.village.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileProducerTest {

    @Test
    void theCodeOfTheDesaIsThatOfTheNodeUnlessItIsSaid() {
        VillageProfile village = profile(Map.of("village.profile.node", "35.10.01.2001"));

        assertThat(village.kode().value()).isEqualTo("35.10.01.2001");
        assertThat(village.name()).isEqualTo("Sarongan");
        assertThat(village.kecamatan()).isEqualTo("Pesanggaran");
        assertThat(village.kelurahan()).isFalse();
        assertThat(village.training()).isFalse();
    }

    @Test
    void theNameOfTheNodeStaysWhenTheCodeChanges() {
        VillageProfile village =
                profile(Map.of("village.profile.node", "sarongan", "village.profile.kode", "35.10.01.2001"));

        assertThat(village.node().value()).isEqualTo("sarongan");
        assertThat(village.kode().value()).isEqualTo("35.10.01.2001");
    }

    @Test
    void aKelurahanIsKnownByItsCode() {
        VillageProfile village = profile(Map.of("village.profile.node", "35.10.16.1001"));

        assertThat(village.kelurahan()).isTrue();
    }

    @Test
    void aVillageThatTheListDoesNotKnowBringsItsName() {
        VillageProfile village =
                profile(Map.of("village.profile.node", "52.01.01.2001", "village.profile.name", "Contoh"));

        assertThat(village.name()).isEqualTo("Contoh");
    }

    @Test
    void aKecamatanIsNoVillage() {
        assertThatThrownBy(() -> profile(Map.of("village.profile.node", "35.10.01")))
                .hasMessageContaining("not the code of a desa or kelurahan");
    }

    private static VillageProfile profile(Map<String, String> settings) {
        ProfileConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(ProfileConfig.class)
                .withDefaultValues(new HashMap<>(settings))
                .build()
                .getConfigMapping(ProfileConfig.class);
        return new ProfileProducer(config).profile();
    }
}
