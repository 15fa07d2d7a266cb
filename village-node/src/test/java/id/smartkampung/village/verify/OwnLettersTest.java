package id.smartkampung.village.verify;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class OwnLettersTest {

    @Inject
    ResidentService residents;

    @Inject
    VillageProfile village;

    @Inject
    NodeKeys keys;

    @TempDir
    Path folder;

    private final TestBrowser stranger = new TestBrowser();
    private Clerk operator;
    private Clerk kades;

    @BeforeEach
    void comeToTheOffice() {
        operator = Clerk.as(Roles.OPERATOR);
        kades = Clerk.as(Roles.KADES);
    }

    @Test
    void whoHoldsALetterReadsWhatItSaysWithoutTheNameOfAnybody() {
        Letter letter = signed("Sutiyah Rahayuningtyas");

        String page = stranger.get("/v/" + letter.code).asString();

        assertThat(page)
                .contains("Surat ini sah", letter.number, "S****** R*************", "KTP", letter.signerName)
                .doesNotContain("Sutiyah", "Rahayuningtyas");
    }

    @Test
    void aLetterIsNotValidBeforeItIsSignedNorAfterItIsWithdrawn() {
        UUID applicant = residents.register(Residents.named("Pemohon Surat Belum"), Residents.anOfficer()).id;
        WaitingLetter waiting = WaitingLetter.of(operator, applicant);
        UUID id = UUID.fromString(waiting.numbered(kades));

        assertThat(stranger.get("/v/" + letter(id).code).asString()).contains("belum ditandatangani");
        WaitingLetter.sign(kades, id.toString());
        String version =
                Clerk.valueOf(kades.get("/tanda-tangan/" + waiting.request()).asString(), "version");
        kades.post("/tanda-tangan/surat/" + id + "/cabut", "version", version, "alasan", "Barangnya sudah ditemukan");

        assertThat(stranger.get("/v/" + letter(id).code).asString())
                .contains("sudah dicabut", "Barangnya sudah ditemukan");
    }

    @Test
    void theSignedFileIsKnownAndAChangedOneIsFoundOut() throws IOException {
        Letter letter = signed("Pemohon Berkas Diperiksa");
        byte[] file = operator.get("/surat/" + letter.id).asByteArray();
        Path same = Files.write(folder.resolve("sama.pdf"), file);
        file[file.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("beda.pdf"), file);
        stranger.get("/v/" + letter.code);
        String address = "/v/" + letter.code + "/berkas";

        assertThat(stranger.upload(address, "berkas", same, "surat.pdf").asString())
                .contains("<b>Berkas itu sama dengan aslinya.</b>");
        assertThat(stranger.upload(address, "berkas", changed, "surat.pdf").asString())
                .contains("role=\"alert\"><b>Berkas itu bukan berkas aslinya.</b>");
    }

    @Test
    void aCodeTypedInGroupsLeadsToItsLetterAndWhatIsNoneIsSaid() {
        Letter letter = signed("Pemohon Kode Diketik");

        assertThat(stranger.follow(stranger.get("/v?kode=" + letter.code.grouped())))
                .contains("Surat ini sah");
        assertThat(stranger.get("/v?kode=bukan").asString()).contains("bukan kode surat");
        assertThat(stranger.get("/v").asString()).contains("Siapa pun boleh memeriksa");
    }

    @Test
    void anUnknownCodeIsUnknownUnlessThisVillageSealedIt() {
        LetterCode code = LetterCode.random(new SecureRandom());
        LetterSeal seal = new LetterSeal(village.node(), code, "300/1/2026", LocalDate.of(2026, 11, 21));
        String signature = seal.sign(keys.current());
        String address = "/v/" + code + "?d=" + village.node() + "&n=300%2F1%2F2026&t=2026-11-21&s=";

        assertThat(stranger.get("/v/" + code).statusCode()).isEqualTo(404);
        assertThat(stranger.get(address + signature).asString())
                .contains("asli, rinciannya belum sampai", "300/1/2026");
        assertThat(stranger.get(address + "x" + signature.substring(1)).asString())
                .contains("tidak dikenal");
    }

    private Letter signed(String name) {
        UUID applicant = residents.register(Residents.named(name), Residents.anOfficer()).id;
        return letter(WaitingLetter.of(operator, applicant).signed(kades));
    }

    private static Letter letter(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Letter.findById(id));
    }
}
