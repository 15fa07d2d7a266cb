package id.smartkampung.village.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.SyncStatus;
import id.smartkampung.village.sync.SyncView;
import id.smartkampung.village.trust.BrokerCredentials;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.SyncConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The admin of a village connects its server, against a hub over TLS and a broker as in production. */
@QuarkusTest
@QuarkusTestResource(value = SecuredBroker.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnrolmentPageTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    ProbeService probes;

    @Inject
    SyncStatus status;

    @Inject
    VillageProfile village;

    @Inject
    NodeKeys keys;

    @Inject
    SyncConfig config;

    @Inject
    CredentialRenewal renewal;

    @Inject
    BrokerCredentials credentials;

    @Inject
    JoinedHub joined;

    @Inject
    LogQueries log;

    private TestHub hub;
    private Clerk admin;

    @BeforeEach
    void openPage() throws IOException, GeneralSecurityException {
        KafkaServer broker = SecuredBroker.running();
        hub = new TestHub(broker, village.node(), Tls.ofHub(broker.security().certificates()));
        admin = Clerk.as("admin");
        admin.get("/sambungkan");
    }

    @AfterEach
    void close() {
        hub.close();
    }

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
    void aCredentialThatTheBrokerHasForgottenIsRenewedWithoutAnybody() {
        join(hub.code().text());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().connected()).isTrue());

        hub.forgetAtBroker();
        SecuredBroker.running().kill();
        SecuredBroker.running().start();
        await().atMost(SOON).untilAsserted(() -> {
            probes.record("while refused");
            assertThat(status.view().state()).isEqualTo(SyncView.State.REFUSED);
        });
        awaitRenewed();
    }

    @Test
    void whoChangedItsKeyUnheardRenewsWithTheOneThatTheHubKnows() {
        join(hub.code().text());
        VerifyKey known = keys.current().verifyKey();
        admin.post("/sambungkan/kunci");
        assertThat(keys.current().verifyKey()).isNotEqualTo(known);
        hub.knowsOnly(known);

        hub.forgetAtBroker();
        SecuredBroker.running().kill();
        SecuredBroker.running().start();
        await().atMost(SOON).untilAsserted(() -> {
            probes.record("while refused");
            assertThat(status.view().state()).isEqualTo(SyncView.State.REFUSED);
        });
        awaitRenewed();
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

    /** Fault 59: as the broker looks to a server whose clock has stopped; it recovers when that is put right. */
    @Test
    void aBrokerOfTomorrowIsToldAsAWrongClockAndRecoversByItself() throws Exception {
        Tls tomorrow = Tls.ofTomorrow();
        HttpsServer broker = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        broker.setHttpsConfigurator(new HttpsConfigurator(tomorrow.context()));
        broker.start();
        try {
            hub.sendTo("localhost:" + broker.getAddress().getPort(), tomorrow.authority());
            join(hub.code().text());
            probes.record("while the clock is wrong");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status.view().state()).isEqualTo(SyncView.State.CLOCK));
        } finally {
            broker.stop(0);
        }
        hub.sendTo(SecuredBroker.running().bootstrapServers(), null);
        join(hub.code().text());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().unsent()).isZero());
    }

    /** Fault 36: the next authority of the brokers is told while the one of today is valid, and then takes its place. */
    @Test
    void aBrokerUnderTheNextAuthorityIsBelievedOnceItWasTold() throws Exception {
        join(hub.code().text());
        awaitWelcome();
        Tls next = Tls.ofNext();
        KafkaServer broker = SecuredBroker.running();
        Path authority = broker.security().certificates().authority();
        Path shown = authority.resolveSibling("broker.pem");
        String authorityToday = Files.readString(authority);
        String shownToday = Files.readString(shown);
        String both = authorityToday + next.authority();
        String hubToday =
                Tls.ofHub(broker.security().certificates()).fingerprint().hex();

        hub.ask(told(List.of(hubToday, next.fingerprint().hex()), both));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(credentials.current().orElseThrow().authority())
                                .isEqualTo(both));
        assertThat(joined.place().orElseThrow().told())
                .containsExactly(hubToday, next.fingerprint().hex());
        try {
            show(broker, shown, next.keyAndChain(), authority, both);
            probes.record("behind the change");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(status.view().unsent()).isZero());
            assertThat(shownBy(broker)).isEqualTo(next.fingerprint());
        } finally {
            show(broker, shown, shownToday, authority, authorityToday);
        }
    }

    @Test
    void certificatesThatAreNoneDoNotShutThisServerOut() {
        join(hub.code().text());
        awaitWelcome();
        String before = credentials.current().orElseThrow().authority();
        LogHead obeyed = log.state().obeyed();

        hub.ask(told(List.of("no hash"), "no certificate"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.state().obeyed()).isNotEqualTo(obeyed));
        assertThat(credentials.current().orElseThrow().authority()).isEqualTo(before);
        assertThat(joined.place().orElseThrow().told()).isEmpty();
    }

    private void awaitRenewed() {
        await().atMost(SOON).untilAsserted(() -> {
            renewal.renewWhatIsOfNoUse();
            assertThat(status.view().unsent()).isZero();
        });
    }

    /** Before that no command is obeyed, and nothing is sent. */
    private void awaitWelcome() {
        probes.record("for the welcome");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status.view().unsent()).isZero());
    }

    private Envelope told(List<String> hubs, String brokers) {
        CertificatesTold command = new CertificatesTold(UUID.randomUUID(), hubs, brokers);
        return Envelope.next(
                log.state().obeyed(),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
    }

    private static void show(KafkaServer broker, Path shown, String keyAndChain, Path authority, String trusted)
            throws IOException {
        broker.kill();
        Files.writeString(shown, keyAndChain);
        Files.writeString(authority, trusted);
        broker.start();
    }

    /** The certificate that whoever connects meets. */
    private static Hash shownBy(KafkaServer broker) {
        PinnedTrust anybody = new PinnedTrust(hash -> true);
        HttpRequest get = HttpRequest.newBuilder(URI.create("https://localhost:" + broker.port() + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        assertThatThrownBy(() -> anybody.client().send(get, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        return anybody.seen();
    }

    @Test
    void onlyTheAdminSeesThePage() {
        assertThat(Clerk.as("operator").get("/sambungkan").statusCode()).isEqualTo(403);
    }

    private Response join(String code) {
        return admin.post("/sambungkan", "alamat", hub.address(), "kode", code);
    }
}
