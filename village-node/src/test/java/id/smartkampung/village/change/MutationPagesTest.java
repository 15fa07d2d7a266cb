package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MutationPagesTest {

    @Inject
    ResidentService residents;

    @Inject
    MutationService mutations;

    private Clerk clerk;
    private Resident mother;
    private Resident father;

    @BeforeEach
    void aFamily() {
        clerk = Clerk.as(Roles.OPERATOR);
        NoKk card = Residents.aCard();
        father = member("Bapak Peristiwa", Sex.MALE, Relationship.HEAD, card);
        mother = member("Ibu Peristiwa", Sex.FEMALE, Relationship.WIFE, card);
    }

    @Test
    void offersWhatCanHappenToThePerson() {
        assertThat(clerk.get("/penduduk/" + mother.id).asString()).contains("Catat peristiwa");
        assertThat(clerk.get("/peristiwa/baru?warga=" + mother.id).asString())
                .contains("Kelahiran anak", "Meninggal", "Pindah keluar", "Hilang", "Pergi")
                .doesNotContain("Kembali</span>");
        assertThat(clerk.get("/peristiwa/baru").asString()).contains("Pindah masuk, orang baru", "cari orangnya");
    }

    @Test
    void recordsABirthWithTheParentsOfTheFamily() {
        String form = "/peristiwa/catat?jenis=BIRTH&warga=" + mother.id;
        assertThat(clerk.get(form).asString()).contains("Paling lambat 60 hari", "Ibu Peristiwa", "Bapak Peristiwa");

        Response answer = clerk.post(
                form,
                "nama",
                "Bayi Peristiwa",
                "jk",
                "2",
                "tanggal",
                "03-11-2026",
                "lapor",
                "05-11-2026",
                "tempat",
                "Banyuwangi",
                "ibu",
                mother.id.toString(),
                "ayah",
                father.id.toString(),
                "hubungan",
                "4",
                "warga",
                "1");

        assertThat(clerk.follow(answer)).contains("Kelahiran tercatat", "Bayi Peristiwa", "2 Januari 2027");
        Resident born = QuarkusTransaction.requiringNew()
                .call(() -> Resident.<Resident>find(
                                "fullName = ?1 and familyId = ?2", "Bayi Peristiwa", mother.familyId)
                        .singleResult());
        assertThat(born.motherName).isEqualTo("Ibu Peristiwa");
        assertThat(born.motherNik).isEqualTo(mother.nik);
        assertThat(born.fatherName).isEqualTo("Bapak Peristiwa");
        assertThat(born.bornOn).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(born.dusun).isEqualTo("KRAJAN");
    }

    @Test
    void saysAtEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        Response answer = clerk.post(
                "/peristiwa/catat?jenis=BIRTH&warga=" + mother.id,
                "nama",
                "Bayi Salah",
                "tanggal",
                "31-02-2026",
                "lapor",
                "05-11-2999");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains(
                        "Bayi Salah", "Tanggal ini tidak ada", "Tanggal ini belum terjadi", "belum ada yang disimpan");
    }

    @Test
    void asksWhoBecomesHeadAndTakesTheAnswer() {
        String form = "/peristiwa/catat?jenis=DEATH&warga=" + father.id;
        assertThat(clerk.get(form).asString()).contains("Kepala keluarga berikutnya");

        Response without = clerk.post(form, "tanggal", "01-10-2026", "lapor", "10-11-2026");
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.asString()).contains("Pilih siapa yang menjadi kepala keluarga");

        Response answer =
                clerk.post(form, "tanggal", "01-10-2026", "lapor", "10-11-2026", "pengganti", mother.id.toString());
        assertThat(clerk.follow(answer)).contains("Kematian tercatat", "terlambat 10 hari");
        assertThat(stored(mother).relationship).isEqualTo(Relationship.HEAD);
        assertThat(clerk.get("/penduduk/" + father.id).asString()).contains("1 Oktober 2026");
    }

    @Test
    void recordsTheMoveOfAWholeFamilyInsideTheRegency() {
        String form = "/peristiwa/catat?jenis=DEPARTURE&warga=" + father.id;
        assertThat(clerk.get(form).asString()).contains("Siapa yang ikut pindah?", "Kecamatan Pesanggaran");

        Response wrong = clerk.post(
                form, "tanggal", "01-11-2026", "lapor", "02-11-2026", "klasifikasi", "3", "wilayah", "99.99.99.9999");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("tidak cocok dengan jarak");

        Response tooFar = clerk.post(
                form, "tanggal", "01-11-2026", "lapor", "02-11-2026", "klasifikasi", "4", "kabupaten", "51.71");
        assertThat(tooFar.asString()).contains("tidak cocok dengan jarak");

        Response answer = clerk.post(
                form,
                "tanggal",
                "01-11-2026",
                "lapor",
                "02-11-2026",
                "klasifikasi",
                "5",
                "kabupaten",
                "51.71",
                "tujuan",
                "Jalan Contoh",
                "ikut",
                mother.id.toString());
        assertThat(clerk.follow(answer))
                .contains("Pindah keluar tercatat", "Kota Denpasar", "Jalan Contoh", "Ibu Peristiwa");
        assertThat(stored(mother).baseStatus).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void registersWhoMovesIn() {
        String nik = Residents.aNik().value();
        Response answer = arrival(nik);

        assertThat(clerk.follow(answer)).contains("Pindah masuk tercatat", "Pendatang Peristiwa", "Surabaya");
        Response twice = arrival(nik);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.asString()).contains("NIK ini sudah dipakai");
    }

    @Test
    void temporaryResidentsSayWhatTheyComeFor() {
        Response answer = clerk.post(
                "/peristiwa/catat?jenis=ARRIVAL",
                "nama",
                "Tamu Peristiwa",
                "jk",
                "1",
                "warga",
                "1",
                "menetap",
                "2",
                "tanggal",
                "01-11-2026",
                "lapor",
                "02-11-2026",
                "klasifikasi",
                "4",
                "tujuan",
                "Surabaya");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Harus diisi");
    }

    @Test
    void undoesWithAReasonAndShowsIt() {
        Mutation death = mutations
                .leave(
                        MutationDraft.of(MutationKind.DEATH, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2)),
                        Set.of(mother.id),
                        null,
                        Residents.anOfficer())
                .get(0);
        String page = "/peristiwa/" + death.id;
        String version = Clerk.valueOf(clerk.get(page).asString(), "version");

        assertThat(clerk.post(page + "/batal", "version", version, "alasan", "").statusCode())
                .isEqualTo(422);
        Response answer = clerk.post(page + "/batal", "version", version, "alasan", "Salah orang");

        assertThat(clerk.follow(answer)).contains("Dibatalkan", "Salah orang").doesNotContain("Batalkan peristiwa");
        assertThat(stored(mother).baseStatus).isEqualTo(BaseStatus.ALIVE);
    }

    @Test
    void saysWhyItIsNotUndone() {
        MutationDraft missing =
                MutationDraft.of(MutationKind.MISSING, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
        Mutation first = mutations
                .leave(missing, Set.of(mother.id), null, Residents.anOfficer())
                .get(0);
        mutations.returned(
                MutationDraft.of(MutationKind.RETURN, LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 3)),
                mother.id,
                Residents.anOfficer());
        String page = "/peristiwa/" + first.id;
        String version = Clerk.valueOf(clerk.get(page).asString(), "version");

        Response answer = clerk.post(page + "/batal", "version", version, "alasan", "Salah");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Batalkan dulu yang paling akhir", "Belum ada yang berubah");
    }

    @Test
    void theKadesReadsAndDoesNotRecord() {
        Clerk kades = Clerk.as(Roles.KADES);

        assertThat(kades.get("/peristiwa").statusCode()).isEqualTo(200);
        assertThat(kades.get("/peristiwa/baru?warga=" + mother.id).statusCode()).isEqualTo(403);
    }

    private Response arrival(String nik) {
        return clerk.post(
                "/peristiwa/catat?jenis=ARRIVAL",
                "nama",
                "Pendatang Peristiwa",
                "nik",
                nik,
                "jk",
                "1",
                "warga",
                "1",
                "menetap",
                "1",
                "tanggal",
                "01-11-2026",
                "lapor",
                "02-11-2026",
                "klasifikasi",
                "4",
                "tujuan",
                "Surabaya",
                "dusun",
                "KRAJAN");
    }

    private Resident member(String name, Sex sex, Relationship relationship, NoKk card) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.SEX, sex)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
    }

    private static Resident stored(Resident resident) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(resident.id));
    }
}
