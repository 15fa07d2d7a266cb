package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DashboardPageTest {

    private static final String GAMBIRAN = "35.10.07";
    private static final String WRINGINAGUNG = "35.10.07.2001";
    private static final String PURWODADI = "35.10.07.2002";

    @Inject
    Officers officers;

    @Inject
    Kampung kampung;

    private Browser camat;

    @BeforeEach
    void twoVillagesHaveJoined() {
        camat = officers.aCamatOf(GAMBIRAN);
        kampung.joins(WRINGINAGUNG, "Wringinagung");
        kampung.joins(PURWODADI, "Purwodadi");
        kampung.counts(WRINGINAGUNG, "people", "M", 4_600);
        kampung.counts(WRINGINAGUNG, "people", "F", 5_051);
        kampung.counts(PURWODADI, "people", "M", 2_000);
        kampung.counts(PURWODADI, "families", "", 700);
    }

    @Test
    void saysHowManyVillagesAreComplete() {
        kampung.run("update log_cursor set head_sequence = 150 where node = ?", PURWODADI);

        String page = camat.get("/").asString();

        assertThat(words(page))
                .contains("1 dari 2 desa sudah lengkap")
                .contains("4 desa dan kelurahan belum bergabung");
    }

    @Test
    void addsTheVillagesUp() {
        String page = camat.get("/").asString();

        assertThat(words(page)).contains("11.651").contains("L 6.600 · P 5.051").contains("700");
    }

    @Test
    void countsTheRequestsOfToday() {
        kampung.asks(PURWODADI, "26-0001", "IN_REVIEW", Instant.now());
        kampung.counts(PURWODADI, "requests", "IN_REVIEW", 1);

        String figures = camat.get("/ringkasan/angka").asString();

        assertThat(words(figures)).contains("Permohonan hari ini 1 ").contains("Sedang berjalan 1 ");
    }

    @Test
    void showsTheVillagesOfAnOpenKecamatanAndNotOfAClosedOne() {
        String open = camat.get("/ringkasan/tabel?buka=" + GAMBIRAN).asString();
        String closed = camat.get("/ringkasan/tabel?buka=-").asString();

        assertThat(words(open)).contains("Wringinagung 9.651");
        assertThat(words(closed)).doesNotContain("Wringinagung");
    }

    @Test
    void showsACamatNothingOfAnotherKecamatan() {
        kampung.joins("35.10.06.2001", "Tampo");
        kampung.counts("35.10.06.2001", "people", "M", 7_777_777);

        String page = camat.get("/?semua=1").asString();
        Response export = camat.get("/ringkasan/tabel/ekspor?format=csv");
        String csv = export.asString();

        assertThat(page).doesNotContain("7.777.777").doesNotContain("Cluring").doesNotContain("35.10.06");
        assertThat(csv).contains("Wringinagung").doesNotContain("Tampo");
        assertThat(export.contentType()).startsWith("text/csv");
        kampung.leaves("35.10.06.2001");
    }

    @Test
    void drawsEveryDesaOfTheRegencyForTheBupati() {
        String map = officers.a("bupati").get("/ringkasan/peta?peta=keadaan").asString();

        assertThat(map.split("data-k=", -1)).hasSize(218);
        assertThat(words(map)).contains("Wongsorejo").contains("Blimbingsari");
    }

    @Test
    void sendsWhoIsNotLoggedInToTheLogin() {
        assertThat(io.restassured.RestAssured.given()
                        .redirects()
                        .follow(false)
                        .get("/")
                        .header("Location"))
                .contains("/masuk");
    }

    static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
