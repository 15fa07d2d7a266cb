package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FillingPagesTest {

    private static final Pattern SIGNATORY = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Kepala Desa");
    private static final Pattern DRAFT = Pattern.compile("/konsep/([0-9a-f-]{36})");

    @Inject
    ResidentService residents;

    @Test
    void fillsInALetterAndReadsItBeforeItIsSigned() throws IOException {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Siti Pemohon Domisili"), Residents.anOfficer());
        String request = request(operator, applicant, "DOM", "syarat pembukaan rekening bank");
        String form = operator.get(request + "/surat").asString();
        assertThat(form).contains("syarat pembukaan rekening bank", "Dusun Krajan RT 003 RW 001");

        Response answer = fill(
                operator, request, "i.alamat_domisili", "Dusun Krajan", "i.sejak", "2-3-2019", "i.keperluan", "bank");

        String page = operator.follow(answer);
        assertThat(page)
                .contains("SURAT KETERANGAN DOMISILI", "sejak 2 Maret 2019", "KEPALA DESA SARONGAN,")
                .contains(applicant.nik.value().substring(0, 6) + "••••••••••")
                .doesNotContain(applicant.nik.value());
        Matcher draft = DRAFT.matcher(page);
        assertThat(draft.find()).isTrue();
        Response pdf = operator.get(request + "/konsep/" + draft.group(1));
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment");
        assertThat(text(pdf.asByteArray())).contains(applicant.nik.value(), "KONSEP", "2 Maret 2019");
        assertThat(operator.get(request + "/surat").asString()).contains("value=\"02-03-2019\"");
    }

    @Test
    void tellsAtTheFieldWhatIsMissingAndKeepsTheRest() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Pemohon Kurang"), Residents.anOfficer());
        String request = request(operator, applicant, "DOM", "bank");
        operator.get(request + "/surat");

        Response answer = fill(
                operator, request, "i.alamat_domisili", "Bu Ina's, Krajan", "i.sejak", "kemarin", "i.keperluan", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("Belum disimpan", "Bu Ina&#39;s, Krajan", "Bukan tanggal", "Harus diisi", "kemarin");
    }

    @Test
    void aDayThatIsNoneIsToldThoughARuleOfTheLetterCountsFromIt() {
        Clerk operator = officeWithAHead();
        Resident groom = residents.register(
                young("Banu Salah Tanggal", LocalDate.of(2000, 1, 5)).set(ResidentField.SEX, Sex.MALE),
                Residents.anOfficer());
        String request = request(operator, groom, "N1", "nikah");
        operator.get(request + "/surat");

        for (String day : List.of("besok", "31-02-2027", "+12027-01-01")) {
            Response answer = fill(operator, request, "i.tanggal_akad", day);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.asString()).contains("Bukan tanggal", day);
        }
    }

    @Test
    void oneFillingInGivesThePapersOfAMarriage() {
        Clerk operator = officeWithAHead();
        LocalDate birthday = LocalDate.of(2007, 1, 5);
        Resident groom = residents.register(
                young("Fajar Muda", birthday).set(ResidentField.SEX, Sex.MALE), Residents.anOfficer());
        String request = request(operator, groom, "N1", "nikah");
        String form = operator.get(request + "/surat").asString();
        assertThat(form).contains("Perlu izin orang tua (N5)");

        Response answer = fill(
                operator,
                request,
                "dok=N2",
                "",
                "dok=N4",
                "",
                "dok=N5",
                "",
                "i.status_calon",
                "Jejaka",
                "i.ayah_nik.lain",
                "Pak Ayah",
                "i.ibu_nik.lain",
                "Bu Ibu",
                "i.nama_calon_pasangan",
                "Dewi",
                "i.kua_tujuan",
                "Pesanggaran",
                "i.tanggal_akad",
                "2027-06-01",
                "i.calon_suami_nik",
                "r:" + groom.id,
                "i.calon_istri_nik.lain",
                "Dewi Lestari",
                "i.waktu_akad",
                "2027-06-01T09:00",
                "i.tempat_akad",
                "Luar KUA");

        assertThat(operator.follow(answer))
                .contains(
                        "4 surat",
                        "SURAT PENGANTAR NIKAH",
                        "PERMOHONAN KEHENDAK NIKAH",
                        "SURAT PERSETUJUAN CALON PENGANTIN",
                        "SURAT IZIN ORANG TUA",
                        "Dewi Lestari")
                .doesNotContain("SURAT KETERANGAN KEMATIAN SUAMI/ISTRI");
    }

    @Test
    void refusesToCallSomebodySingleWhoIsMarried() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(
                Residents.named("Sudah Kawin").set(ResidentField.MARITAL_STATUS, MaritalStatus.MARRIED),
                Residents.anOfficer());
        String request = request(operator, applicant, "BLMNIKAH", "kerja");
        operator.get(request + "/surat");

        Response answer = fill(operator, request, "i.keperluan", "kerja");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("tidak berstatus belum kawin", "Belum disimpan");
        assertThat(operator.get(request + "/konsep").asString()).contains("Surat belum diisi");
    }

    @Test
    void aNumberThatTheRegisterKnowsBecomesThePersonAndIsNotShownAgain() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Pemberi Kuasa"), Residents.anOfficer());
        Resident other = residents.register(Residents.named("Penerima Amanah"), Residents.anOfficer());
        String request = request(operator, applicant, "KUASA", "bank");
        operator.get(request + "/surat");

        Response answer =
                fill(operator, request, "i.penerima_kuasa_nik.lain", other.nik.value(), "i.hal", "Mengambil\nuang");

        assertThat(operator.follow(answer)).contains("Penerima Amanah", "Pemberi kuasa,", "Mengetahui,");
        assertThat(operator.get(request + "/surat").asString())
                .contains("Penerima Amanah · " + other.nik.masked())
                .doesNotContain(other.nik.value());
    }

    @Test
    void whoSignsIsNamedAndIsNotANumber() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Pemberi Kuasa Luar"), Residents.anOfficer());
        String request = request(operator, applicant, "KUASA", "bank");
        operator.get(request + "/surat");

        Response nameless = fill(operator, request, "i.penerima_kuasa_nik.lain", "3509010101800001", "i.hal", "Uang");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.asString()).contains("Tulis juga namanya");

        Response named =
                fill(operator, request, "i.penerima_kuasa_nik.lain", "3509010101800001; Dewi Luar", "i.hal", "Uang");
        assertThat(operator.follow(named))
                .contains("Dewi Luar", "350901••••••••••")
                .doesNotContain("3509010101800001");
    }

    @Test
    void theNextLetterOfThePersonKnowsTheLast() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Pengusaha Lama"), Residents.anOfficer());
        String first = request(operator, applicant, "SKU", "bank");
        operator.get(first + "/surat");
        fill(
                operator,
                first,
                "i.nama_usaha",
                "Warung Bu Pengusaha",
                "i.jenis_usaha",
                "makanan",
                "i.alamat_usaha",
                "Krajan",
                "i.sejak",
                "2019",
                "i.keperluan",
                "bank");

        String second = request(operator, applicant, "SKU", "koperasi");

        assertThat(operator.get(second + "/surat").asString()).contains("Warung Bu Pengusaha", "koperasi");
    }

    @Test
    void tellsTheSecondOfTwoOfficersThatTheOtherWasFaster() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(
                Residents.named("Pemohon Dua Petugas").set(ResidentField.MARITAL_STATUS, MaritalStatus.SINGLE),
                Residents.anOfficer());
        String request = request(operator, applicant, "BLMNIKAH", "kerja");
        operator.get(request + "/surat");
        fill(operator, request, "i.keperluan", "yang pertama");

        Response answer = fill(operator, request, "i.keperluan", "yang kedua");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("baru saja disimpan orang lain", "yang kedua");
    }

    @Test
    void aKadesDoesNotFillIn() {
        Clerk operator = officeWithAHead();
        Resident applicant = residents.register(Residents.named("Pemohon Kades"), Residents.anOfficer());
        String request = request(operator, applicant, "DOM", "bank");

        assertThat(Clerk.as(Roles.KADES).get(request + "/surat").statusCode()).isEqualTo(403);
    }

    private static ResidentDraft young(String name, LocalDate birthday) {
        return Residents.named(name).set(ResidentField.BORN_ON, birthday);
    }

    private static Clerk officeWithAHead() {
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        if (!sekdes.get("/kantor").asString().contains("Bambang Uji")) {
            sekdes.post("/kantor/penanda-tangan", "nama", "Bambang Uji", "dasar", "HEAD");
        }
        return Clerk.as(Roles.OPERATOR);
    }

    private static String request(Clerk operator, Resident applicant, String kind, String purpose) {
        operator.get("/permohonan/baru");
        Response answer = operator.post(
                "/permohonan/baru?warga=" + applicant.id + "&jenis=" + kind,
                "saluran",
                "COUNTER",
                "keperluan",
                purpose);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Sends the form as a new one, with these cells; a cell of several values is written with its value in its name. */
    private static Response fill(Clerk operator, String request, String... cells) {
        Matcher signatory = SIGNATORY.matcher(operator.get(request + "/surat").asString());
        assertThat(signatory.find()).isTrue();
        List<String> form = new ArrayList<>(List.of("version", "-1", "penandaTangan", signatory.group(1)));
        for (int i = 0; i < cells.length; i += 2) {
            String[] name = cells[i].split("=");
            form.add(name[0]);
            form.add(name.length > 1 ? name[1] : cells[i + 1]);
        }
        return operator.post(request + "/surat", form.toArray(String[]::new));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
