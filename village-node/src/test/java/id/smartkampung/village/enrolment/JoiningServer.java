package id.smartkampung.village.enrolment;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.SyncStatus;
import id.smartkampung.village.trust.NodeKeys;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The server of a village at a hub over TLS and a broker as in production, and the admin who connects it. */
abstract class JoiningServer {

    static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    ProbeService probes;

    @Inject
    SyncStatus status;

    @Inject
    VillageProfile village;

    @Inject
    NodeKeys keys;

    TestHub hub;
    Clerk admin;

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

    Response join(String code) {
        return admin.post("/sambungkan", "alamat", hub.address(), "kode", code);
    }
}
