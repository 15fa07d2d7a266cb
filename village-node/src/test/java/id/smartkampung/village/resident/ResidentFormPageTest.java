package id.smartkampung.village.resident;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentFormPageTest {

    @Inject
    ResidentService residents;

    @Test
    void registersAPersonAndShowsThemMasked() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        Nik nik = Residents.aNik();
        clerk.get("/penduduk/baru");

        Response answer = clerk.post(
                "/penduduk/baru",
                "fullName",
                "Mas'ud Contoh",
                "nik",
                nik.value(),
                "sex",
                "1",
                "bornOn",
                "21-04-1972",
                "bornIn",
                "Banyuwangi",
                "baseStatus",
                "1",
                "residency",
                "1",
                "dusun",
                "KRAJAN",
                "noKk",
                Residents.aCard().value(),
                "address",
                "Jalan Melati 1");

        assertThat(answer.statusCode()).isEqualTo(303);
        String page = clerk.follow(answer);
        assertThat(page)
                .contains("Penduduk baru tersimpan", "Mas&#39;ud Contoh", nik.masked(), "Banyuwangi, 1972")
                .doesNotContain(nik.value())
                .doesNotContain("21 April 1972");
    }

    @Test
    void tellsAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/penduduk/baru");

        Response answer = clerk.post(
                "/penduduk/baru",
                "fullName",
                "Siti Contoh",
                "nik",
                "123",
                "bornOn",
                "31-02-1999",
                "baseStatus",
                "1",
                "residency",
                "1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("2 isian perlu diperbaiki", "NIK terdiri dari 16 angka", "Tanggal ini tidak ada")
                .contains("value=\"Siti Contoh\"", "value=\"123\"", "value=\"31-02-1999\"");
    }

    @Test
    void saysWhoHasTheNikAlready() {
        Resident holder = residents.register(Residents.named("Pemilik Nomor"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.SEKDES);
        clerk.get("/penduduk/baru");

        Response answer = clerk.post(
                "/penduduk/baru",
                "fullName",
                "Orang Lain",
                "nik",
                holder.nik.value(),
                "baseStatus",
                "1",
                "residency",
                "1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString())
                .contains("NIK ini sudah dipakai orang lain", "/penduduk/" + holder.id, "Pemilik Nomor", "Orang Lain");
    }

    @Test
    void refusesTheNullCharacterWithASentence() {
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/penduduk/baru");

        Response answer = clerk.post("/penduduk/baru", "fullName", "Siti\0", "baseStatus", "1", "residency", "1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Ada huruf yang tidak dapat disimpan");
    }

    @Test
    void keepsWhatTheSecondOfTwoOfficersTypedAndShowsWhatIsStored() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String form = clerk.get("/penduduk/" + resident.id + "/ubah").asString();
        residents.change(
                resident.id,
                resident.version,
                new ResidentDraft().set(ResidentField.BIRTH_CERTIFICATE, "AL-1972"),
                Residents.anOfficer());

        Response answer = clerk.post(
                "/penduduk/" + resident.id + "/ubah",
                "version",
                Clerk.valueOf(form, "version"),
                "fullName",
                "Siti Rukmini",
                "birthCertificate",
                "AL-2000",
                "baseStatus",
                "1",
                "residency",
                "1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString())
                .contains("baru saja diubah oleh operator", "value=\"AL-2000\"", "sekarang tersimpan: <b>AL-1972</b>");
        Response again = clerk.post(
                "/penduduk/" + resident.id + "/ubah",
                "version",
                Clerk.valueOf(answer.asString(), "version"),
                "birthCertificate",
                "AL-2000");
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void takesOutAPersonWithAReason() {
        Resident resident = residents.register(Residents.aResident(), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        String form = clerk.get("/penduduk/" + resident.id + "/hapus").asString();

        clerk.post("/penduduk/" + resident.id + "/hapus", "version", Clerk.valueOf(form, "version"), "reason", "dobel");

        assertThat(clerk.get("/penduduk/" + resident.id).statusCode()).isEqualTo(404);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> FieldChange.listBySubject(Subject.RESIDENT, resident.id, 1))
                        .get(0)
                        .field)
                .isEqualTo(FieldChange.REMOVED);
    }
}
