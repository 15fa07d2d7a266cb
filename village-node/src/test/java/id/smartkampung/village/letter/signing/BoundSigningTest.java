package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.area.TwoDusun;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoundSigningTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String PASSPHRASE = "sandi kunci terbatas";

    @Inject
    SignerKeys keys;

    @Test
    void whoDoesNotSeeSomebodyInALetterDoesNotSignItBehindThePage() throws Exception {
        TwoDusun dusun = TwoDusun.once();
        Resident applicant =
                TwoDusun.register("Ibu Tanda Terbatas", dusun.inside(), Residents.aCard(), Relationship.HEAD);
        Resident dead = TwoDusun.register("Adik Tanda Seberang", dusun.outside(), Residents.aCard(), Relationship.HEAD);
        WaitingLetter waiting = TwoDusun.death(dusun.operator(), applicant, dead);
        Clerk kades = dusun.boundAs(Roles.KADES);
        kades.signsAs(waiting.signatory());
        String wanted = keys.make(
                UUID.fromString(waiting.signatory()),
                new X500Principal("CN=Kepala Terbatas,C=ID"),
                PASSPHRASE.toCharArray());
        keys.certified(new Certified().chain(wanted));
        String page = kades.get("/tanda-tangan/" + waiting.request()).asString();

        Response started = kades.post(
                "/tanda-tangan",
                "pilih",
                waiting.request() + ":" + Clerk.valueOf(page, "version"),
                "sandi",
                PASSPHRASE);

        String run = started.header("Location").replaceFirst("^https?://[^/]+", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kades.get(run).asString()).contains("Kembali ke daftar"));
        assertThat(kades.get(run).asString()).contains("tidak boleh dibuat lagi");
        assertThat(TwoDusun.read(() -> Letter.listByRequest(UUID.fromString(waiting.request()))))
                .isEmpty();
        assertThat(TwoDusun.read(() -> Resident.<Resident>findById(dead.id)).baseStatus)
                .isEqualTo(BaseStatus.ALIVE);
        waiting.signed(Clerk.as(Roles.KADES));
    }
}
