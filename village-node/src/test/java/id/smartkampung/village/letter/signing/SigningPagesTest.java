package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.WaitingLetters;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SigningPagesTest {

    private static final Pattern LETTER = Pattern.compile("href=\"/surat/([0-9a-f-]{36})\"");
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String PASSPHRASE = "sandi kunci uji";

    @Inject
    ResidentService residents;

    @Inject
    SignerKeys keys;

    @Inject
    WaitingLetters letters;

    @TempDir
    Path folder;

    private Clerk operator;
    private Clerk kades;
    private String signatory;

    @BeforeEach
    void comeToTheOffice() {
        operator = Clerk.as(Roles.OPERATOR);
        kades = Clerk.as(Roles.KADES);
    }

    @Test
    void aLetterSignedByPenCountsWhenItsScanIsKept() throws IOException {
        String request = waiting("Pemohon Tanda Pena");
        kades.get("/tanda-tangan/" + request);
        String numbered = kades.follow(kades.post("/tanda-tangan/" + request + "/pena"));
        String letter = letter(numbered);
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Menunggu kepala desa");

        Response kept =
                kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");

        assertThat(kades.follow(kept)).contains("sudah ditandatangani");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Siap diambil");
        assertThat(operator.get("/surat").asString()).contains("Ditandatangani");
        try (PDDocument file = Loader.loadPDF(operator.get("/surat/" + letter).asByteArray())) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(file.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void aSignedLetterIsWithdrawnWithAReasonAndKeepsItsNumber() throws IOException {
        String request = waiting("Pemohon Surat Dicabut");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");
        String version = Clerk.valueOf(kades.get("/tanda-tangan/" + request).asString(), "version");

        Response withdrawn =
                kades.post("/tanda-tangan/surat/" + letter + "/cabut", "version", version, "alasan", "Salah barang");

        assertThat(kades.follow(withdrawn)).contains("dicabut", "Salah barang");
        assertThat(operator.get("/surat").asString()).contains("Dicabut", "Salah barang");
    }

    @Test
    void fromTheSecondSheetOnAPrintSaysWhichItIsAndTheFileStaysAsItWasSigned() throws IOException {
        String request = waiting("Pemohon Cetak Ulang");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(letter), "pindaian.png");

        byte[] signed = operator.get("/surat/" + letter).asByteArray();
        byte[] first = operator.get("/surat/" + letter + "/cetak").asByteArray();
        byte[] second = operator.get("/surat/" + letter + "/cetak").asByteArray();

        assertThat(first).isEqualTo(signed);
        assertThat(text(second)).contains("Cetak ulang ke-2", "WIB", "oleh uji-operator");
        assertThat(operator.get("/surat/" + letter).asByteArray()).isEqualTo(signed);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void whatIsNoScanIsRefusedAndTheLetterStillWaits() throws IOException {
        String request = waiting("Pemohon Berkas Palsu");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        Path page = Files.writeString(folder.resolve("surat.pdf"), "<html>bukan surat</html>");

        Response refused = kades.upload("/tanda-tangan/surat/" + letter + "/pindaian", "berkas", page, "surat.pdf");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("bukan PDF, PNG, atau JPEG", "Belum ada yang berubah");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Menunggu kepala desa");
    }

    @Test
    void theScanOfAnotherLetterIsRefused() throws IOException {
        String other = waiting("Pemohon Surat Lain");
        kades.get("/tanda-tangan/" + other);
        String otherLetter = letter(kades.follow(kades.post("/tanda-tangan/" + other + "/pena")));
        String request = waiting("Pemohon Tertukar");
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));

        Response refused = kades.upload(
                "/tanda-tangan/surat/" + letter + "/pindaian", "berkas", scan(otherLetter), "pindaian.png");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("milik surat lain");
    }

    @Test
    void aScanWithoutReadableCodeCountsOnlyWhenSomebodyVouchesForIt() throws IOException {
        String request = waiting("Pemohon Pindaian Gelap");
        kades.get("/tanda-tangan/" + request);
        String letter = letter(kades.follow(kades.post("/tanda-tangan/" + request + "/pena")));
        Path dark = folder.resolve("gelap.png");
        ImageIO.write(new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB), "png", dark.toFile());
        String address = "/tanda-tangan/surat/" + letter + "/pindaian";

        Response refused = kades.upload(address, "berkas", dark, "gelap.png");
        Response kept = kades.upload(address, "berkas", dark, "gelap.png", "diperiksa", "ya");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("tidak terbaca");
        assertThat(kades.follow(kept)).contains("sudah ditandatangani");
    }

    @Test
    void aLetterIsSignedWithTheKeyOfWhoItNames() throws Exception {
        String request = waiting("Pemohon Tanda Elektronik");
        certify();
        String version = Clerk.valueOf(kades.get("/tanda-tangan/" + request).asString(), "version");

        Response started = kades.post("/tanda-tangan", "pilih", request + ":" + version, "sandi", PASSPHRASE);

        String run = started.header("Location").replaceFirst("^https?://[^/]+", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kades.get(run).asString()).contains("Kembali ke daftar"));
        assertThat(kades.get(run).asString()).contains("1 dari 1", "Pemohon Tanda Elektronik");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Siap diambil");
        String letter = letter(kades.get("/permohonan/" + request + "/konsep").asString());
        try (PDDocument file = Loader.loadPDF(operator.get("/surat/" + letter).asByteArray())) {
            assertThat(file.getLastSignatureDictionary().getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
    }

    @Test
    void aWrongPassphraseLeavesTheLetterWaitingWithItsNumber() throws Exception {
        String request = waiting("Pemohon Sandi Salah");
        certify();
        String version = Clerk.valueOf(kades.get("/tanda-tangan/" + request).asString(), "version");

        Response started = kades.post("/tanda-tangan", "pilih", request + ":" + version, "sandi", "bukan sandinya");

        String run = started.header("Location").replaceFirst("^https?://[^/]+", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kades.get(run).asString()).contains("Kata sandi kunci salah"));
        assertThat(kades.get("/tanda-tangan/" + request).asString()).contains("PDF untuk pena");
    }

    @Test
    void aRefusedLetterGoesBackWithAReasonAndGivesItsNumberUp() {
        String request = waiting("Pemohon Ditolak Kades");
        kades.get("/tanda-tangan/" + request);
        kades.post("/tanda-tangan/" + request + "/pena");
        String version = Clerk.valueOf(kades.get("/tanda-tangan/" + request).asString(), "version");

        Response without = kades.post("/tanda-tangan/" + request + "/kembali", "version", version, "ke", "IN_REVIEW");
        Response back = kades.post(
                "/tanda-tangan/" + request + "/kembali",
                "version",
                version,
                "ke",
                "IN_REVIEW",
                "alasan",
                "Barangnya belum disebut");

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(operator.get("/permohonan/" + request).asString())
                .contains("Barangnya belum disebut", "Ajukan untuk tanda tangan");
        assertThat(operator.get("/permohonan/" + request + "/konsep").asString())
                .contains("batal");
    }

    @Test
    void whatOnlyCitizensSignIsReadyWithoutASignature() {
        UUID request = letters.of("N4");
        String page = kades.get("/tanda-tangan/" + request).asString();
        assertThat(page).contains("Formulir warga").doesNotContain("Beri nomor untuk");

        Response ready =
                kades.post("/tanda-tangan/" + request + "/formulir", "version", Clerk.valueOf(page, "version"));

        assertThat(ready.statusCode()).isEqualTo(303);
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Siap diambil");
    }

    @Test
    void theQueueGoesOnBehindTheLastOneThatWasSeen() {
        UUID earlier = letters.of("KTP");
        String later = waiting("Pemohon Di Belakang");

        String behind = kades.get("/tanda-tangan?setelah=" + earlier).asString();

        assertThat(behind)
                .contains("Pemohon Di Belakang", "/tanda-tangan/" + later, "Ke awal")
                .doesNotContain("/tanda-tangan/" + earlier);
    }

    @Test
    void anOperatorSignsNothing() {
        String request = waiting("Pemohon Bukan Hak");
        operator.get("/tanda-tangan/" + request);

        assertThat(operator.post("/tanda-tangan", "pilih", request + ":1", "sandi", PASSPHRASE)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodySignsElectronicallyAsAnother() throws Exception {
        String request = waiting("Pemohon Tanda Orang Lain");
        certify();
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        String page = sekdes.get("/tanda-tangan/" + request).asString();
        assertThat(page).doesNotContain("name=\"sandi\"").contains("Dengan pena");
        String version = Clerk.valueOf(page, "version");

        Response started = sekdes.post("/tanda-tangan", "pilih", request + ":" + version, "sandi", PASSPHRASE);

        String run = started.header("Location").replaceFirst("^https?://[^/]+", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sekdes.get(run).asString()).contains("ditandatangani orang lain"));
        assertThat(kades.get("/tanda-tangan/" + request).asString()).doesNotContain("PDF untuk pena");
        assertThat(operator.get("/permohonan/" + request).asString()).contains("Menunggu kepala desa");
    }

    @Test
    void aKeyIsMadeByWhoseItIsAndNobodyElse() {
        waiting("Pemohon Kunci Sendiri");
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        String address = "/kunci-tanda-tangan/" + signatory;
        assertThat(kades.get("/kunci-tanda-tangan").asString()).contains("belum ditautkan");
        assertThat(kades.post(address, "sandi", PASSPHRASE, "lagi", PASSPHRASE).statusCode())
                .isEqualTo(404);
        kades.signsAs(signatory);

        assertThat(kades.get("/kunci-tanda-tangan").asString()).contains(address);
        assertThat(sekdes.get("/kunci-tanda-tangan").asString()).doesNotContain(address);
        assertThat(sekdes.post(address, "sandi", PASSPHRASE, "lagi", PASSPHRASE).statusCode())
                .isEqualTo(404);
        assertThat(keys.isMade(UUID.fromString(signatory))).isFalse();
        assertThat(kades.post(address, "sandi", PASSPHRASE, "lagi", PASSPHRASE).statusCode())
                .isEqualTo(303);
        assertThat(keys.isMade(UUID.fromString(signatory))).isTrue();
    }

    @Test
    void onlyAnAdminSaysWhoSignsAsWhom() {
        waiting("Pemohon Taut Akun");
        Clerk sekdes = Clerk.as(Roles.SEKDES);
        assertThat(sekdes.get("/kantor").asString()).contains("Belum ditautkan oleh admin");
        assertThat(sekdes.post("/kantor/penanda-tangan/" + signatory + "/akun", "akun", "")
                        .statusCode())
                .isEqualTo(403);
        Clerk admin = Clerk.as(Roles.ADMIN);
        admin.get("/kantor");
        assertThat(admin.post(
                                "/kantor/penanda-tangan/" + signatory + "/akun",
                                "akun",
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(409);
    }

    private void certify() throws Exception {
        kades.signsAs(signatory);
        UUID id = UUID.fromString(signatory);
        String request = keys.make(id, new X500Principal("CN=Kepala Tanda,C=ID"), PASSPHRASE.toCharArray());
        keys.certified(new Certified().chain(request));
    }

    private static String letter(String page) {
        Matcher letter = LETTER.matcher(page);
        assertThat(letter.find()).isTrue();
        return letter.group(1);
    }

    /** The printed sheet as a scanner sees it. */
    private Path scan(String letter) throws IOException {
        Path file = folder.resolve("pindaian.png");
        try (PDDocument sheet = Loader.loadPDF(operator.get("/surat/" + letter).asByteArray())) {
            ImageIO.write(new PDFRenderer(sheet).renderImageWithDPI(0, 200), "png", file.toFile());
        }
        return file;
    }

    private String waiting(String name) {
        Resident applicant = residents.register(Residents.named(name), Residents.anOfficer());
        WaitingLetter letter = WaitingLetter.of(operator, applicant.id);
        signatory = letter.signatory();
        return letter.request();
    }
}
