package id.smartkampung.village.enrolment;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** A broker as in production, with TLS, users and rules, of which the village knows nothing before it joins. */
public class SecuredBroker implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "only-for-tests";

    private static final Path FOLDER =
            Path.of("target", "secured-" + ProcessHandle.current().pid());

    private static final String BY_VARIABLE = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String BY_NAME = "kafka.bootstrap.servers";

    private KafkaServer kafka;
    private String plain;

    /** The same broker, for a test that Quarkus loads in a class loader of its own. */
    static KafkaServer running() {
        return broker(Integer.getInteger("kampung.test.secured-port"));
    }

    @Override
    public Map<String, String> start() {
        int port = Ports.free();
        System.setProperty("kampung.test.secured-port", Integer.toString(port));
        kafka = broker(port);
        kafka.start();
        // The broker of the other tests must not be known here; an empty value would not hide it.
        plain = System.getProperty(BY_VARIABLE);
        System.setProperty(BY_VARIABLE, " ");
        System.setProperty(BY_NAME, " ");
        return Map.of(
                "village.sync.keys-folder",
                FOLDER.resolve("keys").toString(),
                // One test after the other makes the server renew its credential.
                "village.enrolment.pause",
                "1s");
    }

    @Override
    public void stop() {
        System.setProperty(BY_VARIABLE, plain);
        System.setProperty(BY_NAME, plain);
        kafka.kill();
    }

    private static KafkaServer broker(int port) {
        return new KafkaServer(FOLDER, port, Ports.free(), true).secured(FOLDER.resolve("certificates"), PASSWORD);
    }
}
