package id.smartkampung.village.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomePagesTest {

    @Inject
    ResidentService residents;

    @Test
    void showsTodaysWorkAndWhatHappened() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/penduduk/baru");
        clerk.post("/penduduk/baru", "fullName", "Baru Saja Dicatat", "baseStatus", "1", "residency", "1");

        assertThat(clerk.get("/").asString())
                .contains("Selamat ", "Pekerjaan hari ini", "Menunggu tanda tangan", "Baru Saja Dicatat", "dicatat");
    }

    @Test
    void asksWhoIsNotLoggedInToLogIn() {
        Response answer = RestAssured.given().redirects().follow(false).get("/");

        assertThat(answer.header("Location")).contains("/masuk");
    }

    @Test
    void findsByName() {
        Resident resident = residents.register(Residents.named("Muh. Ketemu Cepat"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.KADES);
        clerk.get("/cari");

        assertThat(clerk.post("/cari", "q", "mochamad ketemu").asString())
                .contains("Muh. Ketemu Cepat", "/penduduk/" + resident.id, "1 orang");
    }

    @Test
    void goesStraightToThePersonOfAWholeNik() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/cari");

        Response answer = clerk.post("/cari", "q", resident.nik.value());

        assertThat(answer.header("Location")).endsWith("/penduduk/" + resident.id);
    }

    @Test
    void saysWhatToDoWhenNobodyIsFound() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/cari");

        assertThat(clerk.post("/cari", "q", "takadanamaini").asString())
                .contains("Tidak ada yang cocok", "catat sebagai penduduk baru");
    }

    @Test
    void writesForeignSignsHarmlesslyIntoThePage() {
        residents.register(
                Residents.named("<script>alert(1)</script>").set(ResidentField.NOTE, "<b>"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/cari");

        assertThat(clerk.post("/cari", "q", "script alert").asString()).doesNotContain("<script>alert");
    }
}
