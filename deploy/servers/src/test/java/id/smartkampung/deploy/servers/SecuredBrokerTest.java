package id.smartkampung.deploy.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuredBrokerTest {

    private static final String PASSWORD = "only-for-tests";

    @TempDir
    static Path folder;

    private static int controllerPort;
    private static KafkaServer broker;

    @BeforeAll
    static void startWithOneVillage() throws Exception {
        controllerPort = Ports.free();
        broker = new KafkaServer(folder, Ports.free(), controllerPort, true).secured(folder.resolve("tls"), PASSWORD);
        broker.start();
        try (Admin admin = Admin.create(broker.adminClient())) {
            admin.createTopics(List.of(
                            new NewTopic("kampung.up.a", 1, (short) 1), new NewTopic("kampung.up.b", 1, (short) 1)))
                    .all()
                    .get();
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "village-a", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
            admin.createAcls(List.of(new AclBinding(
                            new ResourcePattern(ResourceType.TOPIC, "kampung.up.a", PatternType.LITERAL),
                            new AccessControlEntry(
                                    "User:village-a", "*", AclOperation.WRITE, AclPermissionType.ALLOW))))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        broker.kill();
    }

    @Test
    void aVillageWritesToItsOwnTopic() throws Exception {
        assertThat(send(village(), "kampung.up.a")).isNull();
    }

    @Test
    void aVillageIsRefusedAtTheTopicOfAnother() throws Exception {
        assertThat(send(village(), "kampung.up.b")).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aTopicDoesNotComeIntoBeingByBeingWrittenTo() throws Exception {
        send(broker.adminClient(), "kampung.up.nobody");

        try (Admin admin = Admin.create(broker.adminClient())) {
            assertThat(admin.listTopics().names().get()).doesNotContain("kampung.up.nobody");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Map<String, Object> client = with(broker.security().client("village-a", "another-word"), broker.port());

        assertThatThrownBy(() -> topics(client)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void nobodyComesInWithoutACredential() {
        assertThatThrownBy(() -> topics(with(encryptedOnly(), broker.port()))).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> topics(with(Map.of(), broker.port()))).isInstanceOf(ExecutionException.class);
    }

    @Test
    void nobodyComesToTheControllerWithoutACredential() {
        Map<String, Object> plain = with(Map.of(), controllerPort);
        plain.put("bootstrap.controllers", plain.remove("bootstrap.servers"));
        Map<String, Object> encrypted = with(encryptedOnly(), controllerPort);
        encrypted.put("bootstrap.controllers", encrypted.remove("bootstrap.servers"));

        assertThatThrownBy(() -> quorum(plain)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> quorum(encrypted)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void theControllerAnswersItsAdministrator() throws Exception {
        Map<String, Object> admin = with(broker.security().admin(), controllerPort);
        admin.put("bootstrap.controllers", admin.remove("bootstrap.servers"));
        admin.put("sasl.mechanism", "PLAIN");
        admin.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\""
                        + PASSWORD + "\";");

        assertThat(quorum(admin)).isEqualTo(1);
    }

    @Test
    void aVillageMayNotMakeUsersOrRules() {
        Map<String, Object> client = with(broker.security().client("village-a", PASSWORD), broker.port());

        assertThatThrownBy(() -> {
                    try (Admin admin = Admin.create(client)) {
                        admin.describeUserScramCredentials().all().get();
                    }
                })
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void keysAreReadableByTheirOwnerOnly() throws Exception {
        for (String file : List.of("authority.p12", "broker.pem", "hub-key.pem")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("tls").resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    private static Map<String, Object> village() {
        return with(broker.security().client("village-a", PASSWORD), broker.port());
    }

    private static Map<String, String> encryptedOnly() {
        Map<String, String> settings = new HashMap<>(broker.security().admin());
        settings.put("security.protocol", "SSL");
        settings.keySet().removeIf(name -> name.startsWith("sasl"));
        return settings;
    }

    private static Map<String, Object> with(Map<String, String> security, int port) {
        Map<String, Object> client = new HashMap<>(security);
        client.put("bootstrap.servers", "127.0.0.1:" + port);
        client.put("default.api.timeout.ms", 4_000);
        client.put("request.timeout.ms", 3_000);
        return client;
    }

    private static void topics(Map<String, Object> client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.listTopics().names().get();
        }
    }

    private static int quorum(Map<String, Object> client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
        }
    }

    /** What the broker had against it, null when it was taken. */
    private static Throwable send(Map<String, Object> client, String topic) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove("default.api.timeout.ms");
        settings.put("request.timeout.ms", 3_000);
        settings.put("delivery.timeout.ms", 4_000);
        settings.put("max.block.ms", 3_000);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "x")).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (KafkaException e) {
            return e;
        }
    }
}
