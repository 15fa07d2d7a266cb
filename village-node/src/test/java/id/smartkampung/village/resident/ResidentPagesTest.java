package id.smartkampung.village.resident;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
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
import java.io.IOException;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResidentPagesTest {

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
    void listsAndFiltersByNameAndDusun() {
        residents.register(
                Residents.named("Mochamad Saring").set(ResidentField.DUSUN, "SARINGAN"), Residents.anOfficer());
        residents.register(Residents.named("Wulan Saring").set(ResidentField.DUSUN, "LAINNYA"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);

        assertThat(clerk.get("/penduduk?nama=moh+saring").asString())
                .contains("Mochamad Saring", "1 orang")
                .doesNotContain("Wulan Saring");
        assertThat(clerk.get("/penduduk?dusun=SARINGAN&urut=oldest").asString()).contains("Mochamad Saring", "1 orang");
        assertThat(clerk.get("/penduduk?nama=tidakadaorangnya").asString()).contains("Tidak ada penduduk yang cocok");
    }

    @Test
    void neverPutsANikIntoAnAddress() {
        Resident resident = residents.register(Residents.named("Nomor Rahasia"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);
        clerk.get("/penduduk");

        Response byNik = clerk.post("/penduduk", "nama", resident.nik.value());
        Response byName = clerk.post("/penduduk", "nama", "Nomor Rahasia");

        assertThat(byNik.statusCode()).isEqualTo(200);
        assertThat(byNik.asString()).contains("Nomor Rahasia");
        assertThat(byName.header("Location")).endsWith("/penduduk?nama=Nomor+Rahasia");
    }

    @Test
    void downloadsTheListMaskedAndHarmless() throws IOException {
        Resident resident = residents.register(
                Residents.named("=cmd|calc Unduh").set(ResidentField.DUSUN, "UNDUHAN"), Residents.anOfficer());
        Clerk clerk = Clerk.as(Roles.OPERATOR);

        String csv = clerk.get("/penduduk/unduh?dusun=UNDUHAN&jenis=csv").asString();
        Response xlsx = clerk.get("/penduduk/unduh?dusun=UNDUHAN&jenis=xlsx");

        assertThat(csv).contains("'=cmd|calc Unduh", resident.nik.masked()).doesNotContain(resident.nik.value());
        try (ReadableWorkbook book = new ReadableWorkbook(xlsx.asInputStream())) {
            assertThat(book.getFirstSheet().read()).hasSize(2);
        }
    }

    @Test
    void givesTheWholeListOnlyToThoseWhoAnswerForItAndSayWhy() {
        Resident resident =
                residents.register(Residents.aResident().set(ResidentField.DUSUN, "LENGKAP"), Residents.anOfficer());
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        operator.get("/penduduk");
        sekdes.get("/penduduk");

        assertThat(operator.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", "rapat")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sekdes.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", " ")
                        .statusCode())
                .isEqualTo(422);
        assertThat(sekdes.post("/penduduk/unduh", "dusun", "LENGKAP", "jenis", "csv", "alasan", "rapat")
                        .asString())
                .contains(resident.nik.value());
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
