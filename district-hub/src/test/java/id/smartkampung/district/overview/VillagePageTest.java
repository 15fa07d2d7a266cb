package id.smartkampung.district.overview;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VillagePageTest {

    private static final String SRONO = "35.10.08";
    private static final String PARIJATAH = "35.10.08.2001";
    private static final String KEPUNDUNGAN = "35.10.08.2002";
    private static final String ELSEWHERE = "35.10.06.2002";

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    private Browser camat;

    @BeforeEach
    void villagesHaveJoined() {
        camat = officers.aCamatOf(SRONO);
        kampung.joins(PARIJATAH, "Parijatah Wetan");
        kampung.joins(KEPUNDUNGAN, "Kepundungan");
        kampung.joins(ELSEWHERE, "Cluring");
    }

    @Test
    void putsWhatNeedsAPersonFirst() {
        kampung.run("update log_cursor set state = 'FROZEN' where node = ?", KEPUNDUNGAN);

        String page = camat.get("/desa").asString();

        assertThat(page.indexOf("Kepundungan")).isLessThan(page.indexOf("Parijatah Wetan"));
        assertThat(words(page)).contains("Dibekukan").contains("Perlu dilihat 1");
    }

    @Test
    void saysSinceWhenAVillageIsOfflineAndHowFarAnotherIsBehind() {
        kampung.run(
                "update village set last_heard_at = '2026-11-18T08:20:00Z', registered_at = '2026-03-12Z' where node = ?",
                PARIJATAH);
        kampung.run("update log_cursor set head_sequence = 1324 where node = ?", KEPUNDUNGAN);

        String page = words(camat.get("/desa").asString());

        assertThat(page)
                .contains("Terakhir terhubung 18 November 2026, 15.20 WIB")
                .contains("Mengejar 1.204");
    }

    @Test
    void showsWhatHappenedInTheVillageThisMonthAndInTheOneBefore() {
        YearMonth now = YearMonth.now(ZoneId.of("Asia/Jakarta"));
        kampung.counts(PARIJATAH, "mutations", now + " BIRTH", 7);
        kampung.counts(PARIJATAH, "mutations", now.minusMonths(1) + " BIRTH", 11);
        kampung.counts(PARIJATAH, "mutations", now.minusMonths(2) + " DEATH", 13);

        String page = words(camat.get("/desa/" + PARIJATAH).asString());

        assertThat(page).contains("Peristiwa penduduk bulan ini").contains("Lahir 7 11");
        assertThat(page).doesNotContain("Meninggal");
    }

    @Test
    void saysWhenNothingMovesThoughTheVillageIsConnected() {
        kampung.run(
                "update log_cursor set head_sequence = 1324, behind_since = now() - interval '10 minutes',"
                        + " last_applied_at = now() - interval '1 day' where node = ?",
                KEPUNDUNGAN);

        assertThat(words(camat.get("/desa/" + KEPUNDUNGAN).asString()))
                .contains("Macet 1.204")
                .contains("masalahnya di kabupaten");
    }

    @Test
    void showsAClockThatIsOffAFloodAndAnExplainedDifferenceBesideTheState() {
        kampung.run("update log_cursor set clock_off_ms = -28800000, flooded_at = now() where node = ?", KEPUNDUNGAN);
        kampung.run("""
                insert into skipped_event values (?, 1, 105, 'resident/0190', 'FAILED', '-', now(), 'budi', now(), '-',
                    'sari', now(), '-')
                """, KEPUNDUNGAN);

        assertThat(words(camat.get("/desa/" + KEPUNDUNGAN).asString()))
                .contains("Lengkap")
                .contains("Jam terlambat 480 menit")
                .contains("Membanjiri")
                .contains("Berbeda 1, dijelaskan");
    }

    @Test
    void findsAVillageByAPartOfItsNameOrItsCode() {
        assertThat(words(camat.get("/desa/daftar?q=parijatahw").asString()))
                .contains("Parijatah Wetan")
                .doesNotContain("Kepundungan");
        assertThat(words(camat.get("/desa/daftar?q=3510082002").asString()))
                .contains("Kepundungan")
                .doesNotContain("Parijatah");
    }

    @Test
    void saysWhatToDoWhenNothingFits() {
        assertThat(words(camat.get("/desa?q=tidakada").asString())).contains("Tidak ada desa yang cocok");
    }

    @Test
    void tellsWhyAnEventIsParkedWithoutAnyPerson() {
        kampung.run(
                "insert into parked_event values (?, 1, 105, 'resident/0190', 'SQLSTATE 22008', now(), 'REFUSED')",
                KEPUNDUNGAN);

        String page = words(camat.get("/desa/" + KEPUNDUNGAN).asString());

        assertThat(page).contains("105").contains("ditolak tabel kabupaten").contains("SQLSTATE 22008");
    }

    @Test
    void hidesTheVillagesOfAnotherKecamatanFromACamat() {
        assertThat(camat.get("/desa/" + ELSEWHERE).statusCode()).isEqualTo(404);
        assertThat(camat.get("/desa?kec=35.10.06").asString()).doesNotContain(ELSEWHERE);
        assertThat(camat.get("/desa/ekspor?format=csv&kec=35.10.06").asString()).doesNotContain(ELSEWHERE);
    }

    @Test
    void goesOnAfterTheLastVillageOfAPage() {
        VillageFilter filter = VillageFilter.of("", SRONO, "", "nama");
        String rest = camat.get("/desa/daftar?" + filter.query() + "&setelah=" + KEPUNDUNGAN)
                .asString();

        assertThat(words(rest)).contains("Parijatah Wetan").doesNotContain("Kepundungan");
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
