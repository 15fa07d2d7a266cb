package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.number.WaitingLetters;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningPagesTest extends LettersToSign {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String PASSPHRASE = "sandi kunci uji";

    @Inject
    SignerKeys keys;

    @Inject
    WaitingLetters letters;

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
}
