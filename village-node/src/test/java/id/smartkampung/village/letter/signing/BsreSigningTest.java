package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.number.Letter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BsreSigningTest {

    private static final Nik NIK = new Nik("3510010101900001");

    @TempDir
    Path folder;

    private final Letter letter = new Letter();
    private EsignServer server;
    private BsreClient client;

    @BeforeEach
    void openTheAuthority() throws Exception {
        char[] own = "kunci server uji".toCharArray();
        UUID id = UUID.randomUUID();
        SignerKeys keys = new SignerKeys(new Settings(folder, Optional.empty()), Clock.systemUTC());
        keys.certified(new Certified().chain(keys.make(id, new X500Principal("CN=BSrE Uji,C=ID"), own)));
        server = new EsignServer(new PadesSignature(keys.key(id, own), keys.chain(id)));
        Settings settings = new Settings(folder, Optional.of(server.address()));
        client = new BsreClient(server.address(), settings.bsre());
        letter.signatoryId = UUID.randomUUID();
    }

    @AfterEach
    void closeTheAuthority() {
        server.close();
    }

    @Test
    void aLetterComesBackSigned() throws IOException {
        byte[] sheet = sheet();

        byte[] signed = way(EsignServer.PASSPHRASE).sign(letter, sheet);

        assertThat(Arrays.copyOf(signed, sheet.length)).isEqualTo(sheet);
        try (PDDocument document = Loader.loadPDF(signed)) {
            assertThat(document.getLastSignatureDictionary().getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
        assertThat(server.asked()).containsExactly("GET /api/user/status/" + NIK.value(), "POST /api/sign/pdf");
        assertThat(way("").method()).isEqualTo(SigningMethod.BSRE);
    }

    @Test
    void aServerThatIsDownOrSilentIsSaidAndNothingIsSigned() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = way(EsignServer.PASSPHRASE);

        server.on(EsignServer.Day.DOWN);
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-unavailable");

        server.on(EsignServer.Day.HANGING);
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-silent");
    }

    @Test
    void aLineThatBreaksAfterSigningIsTriedAgainAndSucceeds() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = way(EsignServer.PASSPHRASE);
        server.on(EsignServer.Day.CUT);

        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-silent");

        server.on(EsignServer.Day.GOOD);
        assertThat(way.sign(letter, sheet)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aWrongPassphraseIsNotTriedASecondTime() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = way("salah");

        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("signer-passphrase-wrong");
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("signer-passphrase-wrong");

        assertThat(server.asked()).filteredOn(path -> path.startsWith("POST")).hasSize(1);
    }

    @Test
    void whoseCertificateWasRevokedOrIsMissingSignsNothing() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = way(EsignServer.PASSPHRASE);

        server.holding("REVOKE");
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-revoked");
        server.holding("EXPIRED");
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("signer-certificate-expired");
        server.holding("NOT_REGISTERED");
        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-not-registered");

        assertThat(server.asked()).noneMatch(path -> path.startsWith("POST"));
    }

    @Test
    void aFileWithoutSignatureIsNoSignedLetter() throws IOException {
        byte[] sheet = sheet();
        server.on(EsignServer.Day.CARELESS);
        SigningWay way = way(EsignServer.PASSPHRASE);

        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-broke");
    }

    @Test
    void whoHasNoNikIsNotKnownThere() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = new BsreSigning(client, id -> Optional.empty(), EsignServer.PASSPHRASE.toCharArray());

        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("bsre-without-nik");
    }

    private SigningWay way(String passphrase) {
        return new BsreSigning(client, id -> Optional.of(NIK), passphrase.toCharArray());
    }

    private static byte[] sheet() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
