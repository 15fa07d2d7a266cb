package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Clerk;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundPartsTest {

    private TwoDusun dusun;

    @BeforeEach
    void aVillageWithSomebodyInEachOfTwoDusun() {
        dusun = TwoDusun.once();
    }

    @Test
    void anAccountUsesOnlyThePartsItIsGiven() {
        Clerk counter = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        assertThat(counter.get("/permohonan").statusCode()).isEqualTo(200);
        assertThat(counter.get("/antar").statusCode()).isEqualTo(200);
        for (String closed : List.of("/penduduk", "/keluarga", "/buku", "/peristiwa", "/surat", "/impor")) {
            assertThat(counter.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
        for (String written : List.of("//penduduk", "/penduduk;x=1", "/%70enduduk", "/./penduduk")) {
            assertThat(counter.get(written).statusCode()).as(written).isNotEqualTo(200);
        }
        assertThat(counter.get("/").asString())
                .contains("href=\"/permohonan\"", "action=\"/cari\"", "Menunggu diproses")
                .doesNotContain("href=\"/penduduk\"");
    }

    @Test
    void whoOnlyTakesRequestsFindsWhoAsks() {
        Clerk counter = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        assertThat(counter.get("/permohonan/baru").asString())
                .contains("action=\"/cari\"")
                .doesNotContain("/penduduk");

        String found = counter.post("/cari", "q", dusun.insider()).asString();
        String address = "/permohonan/baru?warga=" + dusun.near().id;

        assertThat(found).contains("href=\"" + address + "\"").doesNotContain("/penduduk");
        assertThat(counter.post("/cari", "q", dusun.near().nik.value()).header("Location"))
                .endsWith(address);
        assertThat(counter.get(address).asString()).contains("jenis=KEHILANGAN").doesNotContain("/penduduk");
        assertThat(counter.get(address + "&jenis=KEHILANGAN").statusCode()).isEqualTo(200);
        counter.get("/permohonan/baru");
        Response taken = counter.post(address + "&jenis=KEHILANGAN", "saluran", "COUNTER", "keperluan", "lapor");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(counter.follow(taken)).contains(dusun.insider());
    }

    @Test
    void whoHandlesNoRequestsLearnsOfNone() {
        Clerk registrar = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "register");
        assertThat(registrar.get("/").asString())
                .contains("action=\"/cari\"")
                .doesNotContain("Menunggu diproses", "/permohonan");
        assertThat(registrar.post("/cari", "q", dusun.outsider()).asString())
                .contains("Ibu " + dusun.outsider())
                .doesNotContainPattern("\\d permohonan");
        String number = TwoDusun.read(() -> Request.<Request>findById(dusun.waitingRequest())).number;
        assertThat(registrar.post("/cari", "q", number).statusCode()).isEqualTo(200);
    }

    @Test
    void whoDoesNeitherSearchesForNobody() {
        Clerk reader = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "books");
        assertThat(reader.get("/").asString()).doesNotContain("action=\"/cari\"");
        assertThat(reader.get("/cari").statusCode()).isEqualTo(403);
        reader.get("/buku");
        assertThat(reader.post("/cari", "q", dusun.insider()).statusCode()).isEqualTo(403);
    }

    @Test
    void aPlaceThatWouldMeanMoreThanItselfIsNoChoice() {
        TwoDusun.place("Warga Tanpa Dusun", null, "077", "001");
        TwoDusun.place("Warga Tanpa RW", dusun.inside() + " TANPA RW", null, "078");

        String page = Clerk.as(Roles.ADMIN)
                .get(TwoDusun.boundsOf(Clerk.as(Roles.OPERATOR)))
                .asString();

        assertThat(page).contains("value=\"" + dusun.inside() + " TANPA RW||\"").doesNotContain("|077|", "||078");
    }

    @Test
    void whatALetterChangesIsNotForWhoRecordsNoMutations() {
        Clerk writer = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "letters");
        assertThat(writer.get("/surat/" + dusun.farLetter()).statusCode()).isEqualTo(200);
        assertThat(writer.get("/surat/" + dusun.farLetter() + "/peristiwa").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theWholeVillageIsNotForAnAccountOfOneDusun() {
        Clerk sekdes = TwoDusun.bound(Roles.SEKDES, "batasiWilayah", "ya", "wilayah", dusun.inside() + "||");
        for (String closed : List.of("/impor", "/sinkronisasi", "/kantor", "/kalender", "/jenis-surat")) {
            assertThat(sekdes.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
        assertThat(sekdes.get("/").asString()).doesNotContain("/sinkronisasi");
    }

    @Test
    void anAdminIsBoundToNothingAndNobodyToWhatIsNotThere() {
        Clerk admin = Clerk.as(Roles.ADMIN);
        Clerk other = Clerk.as(Roles.ADMIN);
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String address = TwoDusun.boundsOf(clerk);
        assertThat(admin.get(address).statusCode()).isEqualTo(200);
        assertThat(admin.get(TwoDusun.boundsOf(other)).statusCode()).isEqualTo(409);
        assertThat(admin.post(address, "batasiWilayah", "ya", "wilayah", "TIDAK ADA||")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(address, "batasiWilayah", "ya").statusCode()).isEqualTo(409);
        assertThat(dusun.operator().post(address, "batasiWilayah", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoBecomesAnAdminLosesTheBounds() {
        Clerk clerk = TwoDusun.bound(Roles.OPERATOR, "batasiBagian", "ya", "bagian", "requests");
        String address = "/akun-pengguna/" + TwoDusun.account(clerk).id + "/peran";

        Clerk.as(Roles.ADMIN).post(address, "role", Roles.ADMIN);

        assertThat(TwoDusun.account(clerk).role).isEqualTo(Roles.ADMIN);
        assertThat(TwoDusun.account(clerk).features).isNull();
    }
}
