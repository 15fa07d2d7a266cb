package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.time.Wib;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The letters that people ask for most, each as it is typed at the counter, to the signed file that is verified. */
@QuarkusTest
class MostAskedLettersTest {

    private static final String PASSPHRASE = "sandi kunci uji";

    @Inject
    ResidentService residents;

    @Inject
    SignerKeys keys;

    @Inject
    LetterTypes types;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    private final TestBrowser stranger = new TestBrowser();

    /** What is typed into each; a day is said as so many days from today, and %s is somebody of the register. */
    enum MostAsked {
        SKCK("keperluan=melamar kerja", "pendidikan_terakhir=5", "instansi_tujuan=Polsek Pesanggaran"),
        PINDAH(
                "jenis_pindah=antarprovinsi",
                "alamat_tujuan=Kota Contoh",
                "alasan=pekerjaan",
                "anggota_ikut.lain=%s",
                "tanggal_pindah=day:7"),
        N1(
                "status_calon=Perawan",
                "ayah_nik.lain=Bapak Pemohon",
                "ibu_nik.lain=Ibu Pemohon",
                "nama_calon_pasangan=Bagus Ma'ruf",
                "kua_tujuan=Pesanggaran",
                "tanggal_akad=day:60"),
        SKTM("keperluan=keringanan biaya", "untuk_nik.lain=%s", "penghasilan_rp=1.500.000", "jumlah_tanggungan=3"),
        KTP("alasan=rusak"),
        KK("jenis=tambah anggota", "anggota.lain=%s"),
        LAHIR(
                "nama_bayi=Bayi Uji Surat",
                "jk_bayi=2",
                "waktu_lahir=day:-1 04.30",
                "tempat_dilahirkan=Puskesmas",
                "jenis_kelahiran=Tunggal",
                "urutan=1",
                "penolong=Bidan/Perawat",
                "berat_kg=3,1",
                "panjang_cm=49",
                "nik_ibu.lain=%s",
                "saksi.lain=Saksi Satu\nSaksi Dua"),
        MATI(
                "nik_almarhum.lain=%s",
                "waktu_mati=day:-1 10.30",
                "tempat_mati=Rumah",
                "sebab=sakit biasa/tua",
                "penerang=Dokter",
                "pemakaman=Makam desa",
                "pelapor_nik.lain=Pelapor Uji",
                "saksi.lain=Saksi Satu\nSaksi Dua"),
        SKU(
                "nama_usaha=Warung \"Melati\"",
                "jenis_usaha=kelontong",
                "alamat_usaha=Dusun Krajan",
                "sejak=2019",
                "keperluan=pinjaman"),
        DOM("alamat_domisili=Dusun Krajan RT 003", "sejak=day:-900", "keperluan=rekening bank"),
        JALAN("tujuan=Surabaya", "keperluan=berobat", "berangkat=day:1", "lama_hari=3", "pengikut.lain=%s");

        private final String[] typed;

        MostAsked(String... typed) {
            this.typed = typed;
        }

        private String[] answers(Resident other, LocalDate today) {
            return Stream.of(typed)
                    .flatMap(one -> Stream.of(one.split("=", 2)))
                    .map(text -> text.startsWith("day:") ? day(text.substring(4), today) : text)
                    .map(text -> text.equals("%s") ? other.nik.value() : text)
                    .toArray(String[]::new);
        }

        private static String day(String said, LocalDate today) {
            String[] parts = said.split(" ", 2);
            String day = Wib.shortDate(today.plusDays(Long.parseLong(parts[0])));
            return parts.length == 1 ? day : day + " " + parts[1];
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSignedAndVerifiedAsItWasTyped(MostAsked asked) throws Exception {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        Clerk kades = Clerk.as(Roles.KADES);
        Resident applicant = residents.register(Residents.named("Rukmini Pemohon"), Residents.anOfficer());
        Resident other = residents.register(Residents.named("Sutiyah Tersebut"), Residents.anOfficer());
        WaitingLetter waiting = WaitingLetter.of(
                operator, applicant.id, asked.name(), asked.answers(other, Wib.dateOf(clock.instant())));

        sign(kades, waiting);

        Letter letter = QuarkusTransaction.requiringNew()
                .call(() -> Letter.listByRequest(UUID.fromString(waiting.request())))
                .get(0);
        byte[] file = operator.get("/surat/" + letter.id).asByteArray();
        String heading = types.find(letter.kind).orElseThrow().type().heading();
        assertThat(read(file))
                .contains(heading, letter.number, letter.signerTitle)
                .doesNotContainPattern("[{}\\[\\]#]|null|…");
        String page = stranger.get("/v/" + letter.code).asString();
        assertThat(page).contains("Surat ini sah", letter.number).doesNotContain("Rukmini", "Sutiyah");
        Path same = Files.write(folder.resolve("surat.pdf"), file);
        assertThat(stranger.upload("/v/" + letter.code + "/berkas", "berkas", same, "surat.pdf")
                        .asString())
                .contains("<b>Berkas itu sama dengan aslinya.</b>");
    }

    private void sign(Clerk kades, WaitingLetter waiting) throws Exception {
        UUID signatory = UUID.fromString(waiting.signatory());
        String request = keys.make(signatory, new X500Principal("CN=Kepala Uji,C=ID"), PASSPHRASE.toCharArray());
        keys.certified(new Certified().chain(request));
        kades.signsAs(waiting.signatory());
        String version =
                Clerk.valueOf(kades.get("/tanda-tangan/" + waiting.request()).asString(), "version");
        Response started = kades.post("/tanda-tangan", "pilih", waiting.request() + ":" + version, "sandi", PASSPHRASE);
        String run = started.header("Location").replaceFirst("^https?://[^/]+", "");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(kades.get(run).asString()).contains("Kembali ke daftar"));
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
