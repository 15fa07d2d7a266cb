package id.smartkampung.village.resident;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentPageTest {

    @Inject
    ResidentService residents;

    @Test
    void showsTheHistoryInWords() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String form = clerk.get("/penduduk/" + resident.id + "/ubah").asString();
        clerk.post("/penduduk/" + resident.id + "/ubah", "version", Clerk.valueOf(form, "version"), "occupation", "9");

        assertThat(clerk.get("/penduduk/" + resident.id).asString())
                .contains("Pekerjaan", "Petani/pekebun", "uji-operator", "Dicatat");
    }

    @Test
    void opensAMaskedValueAndLeavesATraceOfIt() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.KADES);
        clerk.get("/penduduk/" + resident.id);

        Response answer = clerk.post("/penduduk/" + resident.id + "/buka/nik");

        assertThat(answer.asString()).contains(resident.nik.value());
        Clerk admin = Clerk.as(Roles.ADMIN);
        assertThat(admin.get("/jejak?q=" + new Subject(Subject.RESIDENT, resident.id))
                        .asString())
                .contains("Membuka data tertutup", "nik");
    }

    @Test
    void letsTheKadesReadButNotWrite() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk kades = Clerk.as(Roles.KADES);

        assertThat(kades.get("/penduduk/" + resident.id).asString()).doesNotContain("Ubah data");
        assertThat(kades.get("/penduduk/" + resident.id + "/ubah").statusCode()).isEqualTo(403);
        assertThat(kades.get("/penduduk/baru").statusCode()).isEqualTo(403);
    }

    @Test
    void pointsOutWhoMayHaveBeenEnteredTwice() {
        Resident one = residents.register(Residents.named("Kembar Tercatat"), Residents.anOfficer());
        Resident other = residents.register(Residents.named("Kembar Tercatat"), Residents.anOfficer());

        assertThat(Clerk.as(Roles.OPERATOR).get("/penduduk/" + one.id).asString())
                .contains("Mungkin tercatat dua kali", "/penduduk/" + other.id);
    }

    @Test
    void showsTheFamilyOfAPerson() {
        NoKk card = Residents.aCard();
        Resident one =
                residents.register(Residents.named("Ayah Sekeluarga").onFamilyCard(card, null), Residents.anOfficer());
        residents.register(Residents.named("Anak Sekeluarga").onFamilyCard(card, null), Residents.anOfficer());

        assertThat(Clerk.as(Roles.OPERATOR).get("/penduduk/" + one.id).asString())
                .contains("Anak Sekeluarga", card.masked())
                .doesNotContain(card.value());
    }

    @Test
    void answersAnUnknownPersonWithAPage() {
        assertThat(Clerk.as(Roles.OPERATOR)
                        .get("/penduduk/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }
}
