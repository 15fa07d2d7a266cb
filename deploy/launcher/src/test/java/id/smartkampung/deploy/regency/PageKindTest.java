package id.smartkampung.deploy.regency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageKindTest {

    private static final String ONE = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void pagesOfTwoPeopleAreOneKind() {
        assertThat(PageKind.of("/penduduk/" + ONE + "#riwayat")).isEqualTo("/penduduk/{id}");
        assertThat(PageKind.of("/permohonan/" + ONE + "/konsep")).isEqualTo("/permohonan/{id}/konsep");
    }

    @ParameterizedTest
    @CsvSource({
        "/jenis-surat/SKTM, /jenis-surat/{kode}",
        "/jenis-surat/baru, /jenis-surat/baru",
        "/desa/35.10.01.2001, /desa/{kode}",
        "/peristiwa/catat?warga=7&jenis=DEATH, /peristiwa/catat?jenis=DEATH",
        "/peristiwa/catat?warga=7, /peristiwa/catat",
        "/permohonan/baru?warga=7&jenis=SKU, /permohonan/baru?jenis",
        "/permohonan?keadaan=semua, /permohonan"
    })
    void aFormForAnotherThingIsAnotherKindAndAnotherStateOfAListIsNot(String path, String kind) {
        assertThat(PageKind.of(path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/permohonan?urut=oldest&keadaan=semua, /permohonan?keadaan&urut",
        "/permohonan?keadaan=&urut=newest, /permohonan?urut",
        "/buku/b1?&setelah=7&no=51, /buku/b1?no&setelah",
        "/surat?tahun=2019#atas, /surat?tahun",
        "/peristiwa/catat?warga=7&jenis=DEATH, /peristiwa/catat?jenis=DEATH",
        "/penduduk, /penduduk"
    })
    void aListIsToldApartByWhatItIsAskedFor(String path, String kind) {
        assertThat(PageKind.withQuestion(path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/permohonan/unduh?jenis=csv",
                "/impor/7/laporan.xlsx",
                "/_static/kampung.css",
                "/api/v1/residents",
                "#isi",
                "https://example.org/"
            })
    void filesAndPlacesElsewhereAreNoPages(String path) {
        assertThat(PageKind.isPage(path)).isFalse();
    }

    @Test
    void whatOfficersWorkWithAreThem() {
        assertThat(PageKind.isPage("/surat?tahun=2019")).isTrue();
        assertThat(PageKind.isPage("/impor")).isTrue();
    }
}
