package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.time.Wib;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundLetterTest {

    private static final String OUT = "di luar wilayah akun Anda";

    @Inject
    Clock clock;

    private TwoDusun dusun;
    private Resident applicant;
    private Resident outsider;

    @BeforeEach
    void somebodyAsksForAnotherDusun() {
        dusun = TwoDusun.once();
        applicant = TwoDusun.register("Ibu Pemohon Dalam", dusun.inside(), Residents.aCard(), Relationship.HEAD);
        outsider = TwoDusun.register("Adik Seberang", dusun.outside(), Residents.aCard(), Relationship.HEAD);
    }

    @Test
    void whoDoesNotSeeSomebodyInALetterGivesItNoNumber() {
        WaitingLetter waiting = TwoDusun.death(dusun.operator(), applicant, outsider);
        Clerk kades = dusun.boundAs(Roles.KADES);
        String address = "/tanda-tangan/" + waiting.request();
        Response read = kades.get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).doesNotContain("Adik Seberang");

        Response answer = kades.post(address + "/pena");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("Surat ini tidak boleh dibuat lagi");
        assertThat(TwoDusun.read(() -> Letter.listByRequest(UUID.fromString(waiting.request()))))
                .isEmpty();
        waiting.signed(Clerk.as(Roles.KADES));
    }

    @Test
    void aPaperThatNamesSomebodyOutsideIsReadAndPrintedBySomebodyElse() {
        WaitingLetter waiting = WaitingLetter.naming(dusun.operator(), applicant.id, "untuk_nik", "r:" + outsider.id);
        Clerk kades = Clerk.as(Roles.KADES);
        String numbered = waiting.numbered(kades);
        assertIsNotReadBy(dusun.bound(), waiting, List.of("/surat/" + numbered));

        WaitingLetter.sign(kades, numbered);

        List<String> files = List.of("/surat/" + numbered, "/surat/" + numbered + "/cetak");
        assertIsNotReadBy(dusun.bound(), waiting, files);
        for (String file : files) {
            assertThat(dusun.operator().get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    private static void assertIsNotReadBy(Clerk clerk, WaitingLetter waiting, List<String> files) {
        for (String file : files) {
            Response answer = clerk.get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(409);
            assertThat(answer.asString()).as(file).contains(OUT);
        }
        Response sheets = clerk.get("/permohonan/" + waiting.request() + "/konsep");
        assertThat(sheets.statusCode()).isEqualTo(200);
        assertThat(Answered.text(sheets)).doesNotContain("adik seberang");
    }

    @Test
    void whoTypesTheNikOfSomebodyOutsideIsSentToSomebodyElse() {
        WaitingLetter open = WaitingLetter.of(dusun.bound(), applicant.id);
        assertThat(dusun.bound().get("/permohonan/" + open.request() + "/surat").statusCode())
                .isEqualTo(200);
        String request = WaitingLetter.requested(dusun.bound(), applicant.id, "SKTM");

        Response answer = dusun.bound()
                .post(
                        request + "/surat",
                        "version",
                        "-1",
                        "penandaTangan",
                        open.signatory(),
                        "i.untuk_nik.lain",
                        outsider.nik.value() + "; Nama Karangan",
                        "i.keperluan",
                        "sekolah",
                        "i.penghasilan_rp",
                        "500000",
                        "i.jumlah_tanggungan",
                        "2");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains(OUT);
    }

    @Test
    void aMoveThatWouldLeaveSomebodyBehindIsRecordedBySomebodyElse() {
        WaitingLetter waiting = WaitingLetter.of(
                dusun.operator(),
                applicant.id,
                "PINDAH",
                "jenis_pindah",
                "antarprovinsi",
                "alamat_tujuan",
                "Kota Contoh",
                "alasan",
                "pekerjaan",
                "anggota_ikut",
                "r:" + outsider.id,
                "tanggal_pindah",
                Wib.dateOf(clock.instant()).plusDays(7).toString());
        String address = "/surat/" + waiting.signed(Clerk.as(Roles.KADES)) + "/peristiwa";
        String day = Wib.shortDate(Wib.dateOf(clock.instant()).minusDays(1));
        assertThat(dusun.bound().get(address).statusCode()).isEqualTo(200);

        Response refused = dusun.bound().post(address, "tanggal", day);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains(OUT);
        assertThat(statusOf(applicant)).isEqualTo(BaseStatus.ALIVE);
        dusun.operator().get(address);
        assertThat(dusun.operator().post(address, "tanggal", day).statusCode()).isEqualTo(303);
        assertThat(statusOf(outsider)).isEqualTo(BaseStatus.MOVED);
    }

    @Test
    void aFormThatWouldLeaveSomebodyOutIsPrintedBySomebodyElse() {
        WaitingLetter waiting = WaitingLetter.of(
                dusun.operator(),
                applicant.id,
                "N4",
                "calon_suami_nik.lain",
                "Calon Suami",
                "calon_istri_nik",
                "r:" + outsider.id);
        UUID draft = TwoDusun.read(() -> LetterDraft.listByRequest(UUID.fromString(waiting.request())))
                .get(0)
                .id;
        String address = "/permohonan/" + waiting.request() + "/konsep/" + draft;

        assertThat(dusun.operator().get(address).statusCode()).isEqualTo(200);
        assertThat(dusun.bound().get(address).statusCode()).isEqualTo(409);
    }

    private static BaseStatus statusOf(Resident resident) {
        return TwoDusun.read(() -> Resident.<Resident>findById(resident.id)).baseStatus;
    }
}
