package id.smartkampung.village.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.log.Hash;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.sync.SyncView;
import id.smartkampung.village.trust.SyncConfig;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The admin of a village connects its server. By its name it runs before the other tests with this broker: it begins with a
 * server that has not joined.
 */
@QuarkusTest
@WithTestResource(SecuredBroker.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrolmentPageTest extends JoiningServer {

    @Inject
    SyncConfig config;

    @Test
    @Order(0)
    void thereIsNoKeyToChangeBeforeTheServerHasJoined() {
        String before = keys.current().id();

        Response answer = admin.post("/sambungkan/kunci");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(keys.current().id()).isEqualTo(before);
    }

    @Test
    @Order(1)
    void whatIsRecordedLeavesAsSoonAsTheServerHasJoinedWithoutARestart() {
        probes.record("before joining");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.NOT_JOINED));

        Response answer = join(hub.code().text());

        assertThat(answer.statusCode()).isEqualTo(303);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().unsent()).isZero());
        assertThat(status.view().connected()).isTrue();
    }

    @Test
    void theAdminGivesThisServerANewKeyAndThePageItsWords() {
        join(hub.code().text());
        String before = keys.current().id();

        String page = admin.follow(admin.post("/sambungkan/kunci"));

        assertThat(keys.current().id()).isNotEqualTo(before);
        assertThat(page).contains(SixWords.of(keys.current().verifyKey(), hub.key()));
    }

    @Test
    void thePageShowsTheSixWords() {
        String page = admin.follow(join(hub.code().text()));

        assertThat(page).contains(SixWords.of(keys.current().verifyKey(), hub.key()));
    }

    @Test
    void thePageLeadsToTheKeyOfTheBackups() {
        assertThat(admin.follow(join(hub.code().text()))).contains("href=\"/cadangan\"");
    }

    @Test
    void whatItGotIsForItsOwnerOnly() throws IOException {
        join(hub.code().text());

        for (String file : new String[] {"broker.json", "hub.json", "node.pem"}) {
            Path path = config.keysFolder().resolve(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aCodeOfAnotherHubIsNotSentToThisOne() {
        Hash another = Hash.sha256("another certificate".getBytes(StandardCharsets.US_ASCII));

        Response answer = join(
                EnrolmentCode.random(new SecureRandom(), Optional.of(another)).text());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("bukan kabupaten yang membuat kode ini");
    }

    @Test
    void aSlipOfTheHandIsTold() {
        String code = hub.code().text();
        char last = code.charAt(code.length() - 1) == '7' ? '8' : '7';

        assertThat(join(code.substring(0, code.length() - 1) + last).asString()).contains("salah ketik");
    }

    @Test
    void theCodeDoesNotComeBackWithTheComplaint() {
        hub.refuseWith(403);

        assertThat(join(hub.code().text()).asString())
                .contains("menolak kode ini")
                .doesNotContain(hub.code().text());
    }

    @Test
    void anOpenLineIsRefusedEvenWithAGoodCode() {
        Response answer = admin.post(
                "/sambungkan",
                "alamat",
                hub.address().replace("https", "http"),
                "kode",
                hub.code().text());

        assertThat(answer.asString()).contains("tidak memakai sambungan aman");
    }

    @Test
    void aHubThatIsBusyLeavesTheCodeGood() {
        hub.refuseWith(503);

        assertThat(join(hub.code().text()).asString()).contains("kode ini masih berlaku");
    }

    @Test
    void aHubOfTomorrowIsToldAsAWrongClock() throws Exception {
        try (TestHub tomorrow = new TestHub(SecuredBroker.running(), village.node(), Tls.ofTomorrow())) {
            Response answer = admin.post(
                    "/sambungkan",
                    "alamat",
                    tomorrow.address(),
                    "kode",
                    tomorrow.code().text());

            assertThat(answer.asString()).contains("Betulkan tanggal dan jam");
        }
    }

    @Test
    void onlyTheAdminSeesThePage() {
        assertThat(Clerk.as("operator").get("/sambungkan").statusCode()).isEqualTo(403);
    }
}
