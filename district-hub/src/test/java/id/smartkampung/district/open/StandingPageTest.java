package id.smartkampung.district.open;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger reads about how the hub stands. */
@QuarkusTest
class StandingPageTest {

    private static final String PAKEL = "35.10.24.2006";

    @Inject
    Kampung kampung;

    @Inject
    HubStandings standings;

    @BeforeEach
    void aVillageHasJoined() {
        kampung.joins(PAKEL, "Desa Tanpa Nama");
    }

    @AfterEach
    void itLeaves() {
        kampung.leaves(PAKEL);
    }

    @Test
    void saysWhatGoesWrongAndNamesNoVillage() {
        kampung.run("""
                insert into incident (node, kind, epoch, sequence, detail, at, last_at, broker_offset)
                values (?, 'FORK', 1, 7, 'butir-dalam', now(), now(), 0)
                """, PAKEL);
        kampung.run("update log_cursor set state = 'FROZEN', state_since = now() where node = ?", PAKEL);

        String page = page();

        assertThat(page)
                .contains("Kesegaran", "Riwayat bercabang", "Dihentikan, menunggu petugas")
                .doesNotContain(PAKEL, "Desa Tanpa Nama", "butir-dalam", "Tidak ada gangguan sekarang");
    }

    @Test
    void whatIsLongAgoIsNotTold() {
        kampung.run("""
                insert into incident (node, kind, epoch, sequence, detail, at, last_at, broker_offset)
                values (?, 'LONG-AGO', 1, 7, '', now(), now() - interval '31 days', 0)
                """, PAKEL);

        assertThat(standings.now().orElseThrow().troubles())
                .extracting(HubStanding.Trouble::kind)
                .doesNotContain("LONG-AGO");
    }

    @Test
    void saysHowFastItAnswers() {
        page();

        assertThat(page()).contains("99 dari 100 jawaban", "milidetik");
    }

    private static String page() {
        return given().get("/keadaan").then().statusCode(200).extract().asString();
    }
}
