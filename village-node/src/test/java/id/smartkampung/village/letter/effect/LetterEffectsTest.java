package id.smartkampung.village.letter.effect;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterEffectsTest {

    @Inject
    ResidentService residents;

    @Inject
    Clock clock;

    private Clerk operator;
    private Clerk kades;
    private LocalDate yesterday;
    private Resident head;
    private Resident wife;

    @BeforeEach
    void aFamily() {
        operator = Clerk.as(Roles.OPERATOR);
        kades = Clerk.as(Roles.KADES);
        yesterday = Wib.dateOf(clock.instant()).minusDays(1);
        NoKk card = Residents.aCard();
        head = member("Kepala Surat Peristiwa", Sex.MALE, Relationship.HEAD, card);
        wife = member("Istri Surat Peristiwa", Sex.FEMALE, Relationship.WIFE, card);
    }

    @Test
    void aDeathIsInTheRegisterAsSoonAsItsLetterIsSigned() {
        WaitingLetter letter = death(head, wife);
        assertThat(status(wife)).isEqualTo(BaseStatus.ALIVE);

        letter.signed(kades);

        assertThat(status(wife)).isEqualTo(BaseStatus.DEAD);
        assertThat(of(wife)).singleElement().satisfies(mutation -> {
            assertThat(mutation.kind).isEqualTo(MutationKind.DEATH);
            assertThat(mutation.happenedOn).isEqualTo(yesterday);
            assertThat(mutation.place).isEqualTo("Rumah");
        });
        assertThat(operator.get("/permohonan/" + letter.request()).asString())
                .contains("Meninggal", "sudah dicatat di data penduduk");
    }

    @Test
    void whosePlaceInTheFamilyWasNeverWrittenDownDiesInTheRegisterAsWell() {
        Resident alone = residents.register(
                Residents.named("Warga Tanpa Hubungan").set(ResidentField.RELATIONSHIP, null), Residents.anOfficer());
        WaitingLetter letter = death(head, alone);

        letter.signed(kades);

        assertThat(status(alone)).isEqualTo(BaseStatus.DEAD);
    }

    @Test
    void whoMustBeFollowedAsHeadWaitsForAnOfficerAndIsSeen() {
        WaitingLetter letter = death(wife, head);
        UUID id = letter.signed(kades);
        assertThat(status(head)).isEqualTo(BaseStatus.ALIVE);
        assertThat(operator.get("/permohonan/" + letter.request()).asString())
                .contains("belum dicatat di data penduduk", "/surat/" + id + "/peristiwa");

        String address = "/surat/" + id + "/peristiwa";
        assertThat(operator.get(address).asString()).contains("Kepala Surat Peristiwa", "Kepala keluarga berikutnya");
        Response without = operator.post(address);
        Response recorded = operator.post(address, "pengganti", wife.id.toString());

        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(recorded.statusCode()).isEqualTo(303);
        assertThat(status(head)).isEqualTo(BaseStatus.DEAD);
        assertThat(operator.get(address).header("Location")).contains("/peristiwa/");
        assertThat(of(head)).hasSize(1);
    }

    @Test
    void aBirthBringsTheChildIntoTheFamilyOfItsMother() {
        WaitingLetter letter = WaitingLetter.of(
                operator,
                head.id,
                "LAHIR",
                "nama_bayi",
                "Bayi Surat Lahir",
                "jk_bayi",
                "2",
                "waktu_lahir",
                yesterday + "T04:30",
                "tempat_dilahirkan",
                "Puskesmas",
                "jenis_kelahiran",
                "Tunggal",
                "urutan",
                "1",
                "penolong",
                "Bidan/Perawat",
                "berat_kg",
                "3,1",
                "panjang_cm",
                "49",
                "nik_ibu",
                "r:" + wife.id,
                "nik_ayah",
                "r:" + head.id,
                "saksi.lain",
                "Saksi Satu");

        letter.signed(kades);

        List<Resident> family = read(() -> Resident.listByFamily(stored(wife).familyId));
        assertThat(family)
                .filteredOn(one -> one.fullName.equals("Bayi Surat Lahir"))
                .singleElement()
                .satisfies(child -> {
                    assertThat(child.bornOn).isEqualTo(yesterday);
                    assertThat(child.motherNik).isEqualTo(wife.nik);
                    assertThat(child.fatherName).isEqualTo(head.fullName);
                    assertThat(of(child)).extracting(one -> one.kind).containsExactly(MutationKind.BIRTH);
                });
    }

    @Test
    void aMoveWaitsUntilItIsCertain() {
        WaitingLetter letter = WaitingLetter.of(
                operator,
                head.id,
                "PINDAH",
                "jenis_pindah",
                "antarprovinsi",
                "alamat_tujuan",
                "Kota Contoh, Provinsi Contoh",
                "alasan",
                "pekerjaan",
                "anggota_ikut",
                "r:" + wife.id,
                "tanggal_pindah",
                Wib.dateOf(clock.instant()).plusDays(7).toString());
        UUID id = letter.signed(kades);
        assertThat(status(head)).isEqualTo(BaseStatus.ALIVE);

        String address = "/surat/" + id + "/peristiwa";
        operator.get(address);
        Response planned = operator.post(
                address, "tanggal", Wib.shortDate(Wib.dateOf(clock.instant()).plusDays(7)));
        Response certain = operator.post(address, "tanggal", Wib.shortDate(yesterday), "dokumen", "SKPWNI/1");

        assertThat(planned.statusCode()).isEqualTo(409);
        assertThat(certain.statusCode()).isEqualTo(303);
        assertThat(status(head)).isEqualTo(BaseStatus.MOVED);
        assertThat(status(wife)).isEqualTo(BaseStatus.MOVED);
        assertThat(of(head)).singleElement().satisfies(moved -> {
            assertThat(moved.document).isEqualTo("SKPWNI/1");
            assertThat(moved.otherPlace).isEqualTo("Kota Contoh, Provinsi Contoh");
        });
    }

    private WaitingLetter death(Resident applicant, Resident deceased) {
        return WaitingLetter.of(
                operator,
                applicant.id,
                "MATI",
                "nik_almarhum",
                "r:" + deceased.id,
                "waktu_mati",
                yesterday + "T10:30",
                "tempat_mati",
                "Rumah",
                "sebab",
                "sakit biasa/tua",
                "penerang",
                "Dokter",
                "pemakaman",
                "Makam desa",
                "pelapor_nik",
                "r:" + applicant.id,
                "saksi.lain",
                "Saksi Satu");
    }

    private Resident member(String name, Sex sex, Relationship relationship, NoKk card) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.SEX, sex)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .onFamilyCard(card, null),
                Residents.anOfficer());
    }

    private BaseStatus status(Resident resident) {
        return stored(resident).baseStatus;
    }

    private static Resident stored(Resident resident) {
        return read(() -> Resident.findById(resident.id));
    }

    private static List<Mutation> of(Resident resident) {
        return read(() -> Mutation.listByResident(resident.id));
    }

    private static <T> T read(java.util.concurrent.Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
