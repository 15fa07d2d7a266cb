package id.smartkampung.model.wilayah;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WilayahTest {

    @Test
    void theRegencyHas25Kecamatan() {
        assertThat(Wilayah.kecamatan()).hasSize(25);
    }

    @Test
    void theRegencyHas189DesaAnd28Kelurahan() {
        List<KodeWilayah> all = Wilayah.desa().stream().map(Wilayah.Area::kode).toList();

        assertThat(all).hasSize(217).isSorted().doesNotHaveDuplicates();
        assertThat(all).filteredOn(KodeWilayah::isKelurahan).hasSize(28);
    }

    @Test
    void everyKabupatenOfTheCountryLiesInAProvinsi() {
        assertThat(Wilayah.provinsi()).hasSize(38);
        assertThat(Wilayah.kabupaten())
                .hasSize(514)
                .allSatisfy(
                        one -> assertThat(Wilayah.find(one.kode().provinsi())).isPresent());
        assertThat(Wilayah.find(new KodeWilayah("35.09")))
                .map(Wilayah.Area::name)
                .contains("Kabupaten Jember");
    }

    @Test
    void everyDesaLiesInAKnownKecamatan() {
        assertThat(Wilayah.desa())
                .allSatisfy(desa ->
                        assertThat(Wilayah.find(desa.kode().kecamatan())).isPresent());
    }

    @Test
    void everyAreaHasAName() {
        assertThat(Wilayah.desa())
                .allSatisfy(desa -> assertThat(desa.name()).isNotBlank().doesNotContain(","));
    }

    @Test
    void namesRepeatSoNothingMayBeJoinedOnThem() {
        assertThat(Wilayah.desa())
                .filteredOn(desa -> desa.name().equals("Karangrejo"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void anUnknownCodeHasNoArea() {
        assertThat(Wilayah.find(new KodeWilayah("35.10.99"))).isEmpty();
        assertThat(Wilayah.find(new KodeWilayah("35.10.01.2001")))
                .map(Wilayah.Area::name)
                .contains("Sarongan");
    }
}
