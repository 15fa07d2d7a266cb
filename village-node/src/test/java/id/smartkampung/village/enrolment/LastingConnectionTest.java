package id.smartkampung.village.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.sync.SyncView;
import id.smartkampung.village.trust.BrokerCredentials;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may happen to a connection after it was made: credentials, clocks and certificates that end. */
@QuarkusTest
@WithTestResource(SecuredBroker.class)
class LastingConnectionTest extends JoiningServer {

    @Inject
    CredentialRenewal renewal;

    @Inject
    BrokerCredentials credentials;

    @Inject
    JoinedHub joined;

    @Inject
    LogQueries log;

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

    private void awaitRenewed() {
        await().atMost(SOON).untilAsserted(() -> {
            renewal.renewWhatIsOfNoUse();
            assertThat(status.view().unsent()).isZero();
        });
    }
}
