package id.smartkampung.district.enrolment;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker as in production, with TLS, users and rules, for the tests that are about them. */
public class SecuredBroker implements QuarkusTestResourceLifecycleManager {

    private static final Path FOLDER =
            Path.of("target", "secured-" + ProcessHandle.current().pid());

    private static final String BY_VARIABLE = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String BY_NAME = "kafka.bootstrap.servers";

    private String plain;

    private final KafkaServer kafka = new KafkaServer(FOLDER, Ports.free(), Ports.free(), true)
            .secured(FOLDER.resolve("certificates"), "only-for-tests");

    @Override
    public Map<String, String> start() {
        kafka.start();
        Map<String, String> settings = new HashMap<>();
        kafka.adminClient().forEach((name, value) -> settings.put("kafka." + name, value.toString()));
        // The broker of the other tests is known by system properties, which go before these settings.
        plain = System.getProperty(BY_VARIABLE);
        System.setProperty(BY_VARIABLE, kafka.bootstrapServers());
        System.setProperty(BY_NAME, kafka.bootstrapServers());
        settings.put("district.enrolment.address", "https://hub.example/");
        settings.put(
                "district.enrolment.certificate",
                kafka.security().certificates().hub().toString());
        return settings;
    }

    @Override
    public void stop() {
        System.setProperty(BY_VARIABLE, plain);
        System.setProperty(BY_NAME, plain);
        kafka.kill();
    }
}
