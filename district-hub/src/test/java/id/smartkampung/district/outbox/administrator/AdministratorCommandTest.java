package id.smartkampung.district.outbox.administrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.Ports;
import id.smartkampung.web.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the administrator is changed at a broker as in production, and the villages notice nothing. */
class AdministratorCommandTest {

    private static final String PASSWORD = "only-for-tests";
    private static final String VILLAGE = "village-a";
    private static final String ITS_PASSWORD = "password of the village";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @TempDir
    static Path folder;

    private static KafkaServer broker;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void startWithOneVillage() throws Exception {
        broker = new KafkaServer(folder.resolve("kafka"), Ports.free(), Ports.free(), true)
                .secured(folder.resolve("tls"), PASSWORD);
        broker.start();
        try (Admin admin = Admin.create(broker.adminClient())) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            VILLAGE, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), ITS_PASSWORD)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        broker.kill();
    }

    @Test
    void aNewPasswordCountsBesideTheOldOneUntilThatIsEnded() throws Exception {
        Path file = folder.resolve("next.env");

        assertThat(run(broker.adminClient(), "begin", file.toString())).isEqualTo(DONE);

        Map<String, Object> next = withLogin(file);
        makeTopic(next);
        makeTopic(broker.adminClient());
        assertThat(run(next, "end", "admin")).isEqualTo(DONE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(() -> makeTopic(broker.adminClient()))
                        .hasCauseInstanceOf(SaslAuthenticationException.class));
        makeTopic(next);
        assertThatTheVillageComesIn();

        // And back again, so that it can be done each year.
        Path again = folder.resolve("again.env");
        assertThat(run(next, "begin", again.toString())).isEqualTo(DONE);
        Map<String, Object> first = withLogin(again);
        assertThat(run(first, "end", "admin-2")).isEqualTo(DONE);
        makeTopic(first);
        assertThatTheVillageComesIn();
        restore(first);
    }

    @Test
    void theFileIsForItsOwnerOnlyAndThePasswordIsNotSaid() throws IOException {
        Path file = folder.resolve("owner.env");

        run(broker.adminClient(), "begin", file.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).replaceAll("(?s).*password=\"([^\"]+)\".*", "$1");
        assertThat(password).hasSizeGreaterThan(40);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("admin-2").doesNotContain(password);
        assertThat(run(broker.adminClient(), "end", "admin-2")).isEqualTo(DONE);
    }

    @Test
    void aChangeThatWasNotEndedIsNotWrittenOver() throws Exception {
        Path file = folder.resolve("one.env");
        run(broker.adminClient(), "begin", file.toString());

        int second =
                run(broker.adminClient(), "begin", folder.resolve("two.env").toString());

        assertThat(second).isEqualTo(REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NOT_ENDED");
        makeTopic(withLogin(file));
        assertThat(run(broker.adminClient(), "end", "admin-2")).isEqualTo(DONE);
    }

    @Test
    void whoIsInUseIsNotEnded() throws Exception {
        assertThat(run(broker.adminClient(), "end", "admin")).isEqualTo(REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("OTHER_NAME");
        makeTopic(broker.adminClient());
    }

    @Test
    void aVillageMakesNoAdministrator() {
        Map<String, Object> village = new HashMap<>(broker.security().client(VILLAGE, ITS_PASSWORD));
        village.put("bootstrap.servers", broker.bootstrapServers());
        Path file = folder.resolve("none.env");

        assertThat(run(village, "begin", file.toString())).isEqualTo(REFUSED);

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("REFUSED");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.env"), "something");

        assertThat(run(broker.adminClient(), "begin", file.toString())).isEqualTo(REFUSED);

        assertThat(file).hasContent("something");
    }

    @Test
    void howItIsUsedIsSaid() {
        assertThat(run(broker.adminClient(), "again")).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Cara memakai");
    }

    private int run(Map<String, Object> kafka, String... arguments) {
        List<String> all = new ArrayList<>(List.of(AdministratorCommand.NAME));
        all.addAll(List.of(arguments));
        return new AdministratorCommand(kafka, Texts.ofCommand(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .execute(all);
    }

    private static Map<String, Object> withLogin(Path file) throws IOException {
        String line = Files.readString(file).strip();
        assertThat(line).startsWith("KAFKA_SASL_JAAS_CONFIG=");
        Map<String, Object> client = new HashMap<>(broker.adminClient());
        client.put("sasl.jaas.config", line.substring(line.indexOf('=') + 1));
        return client;
    }

    /** What only an administrator may. */
    private static void makeTopic(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("t-" + UUID.randomUUID(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void assertThatTheVillageComesIn() throws ExecutionException, InterruptedException {
        Map<String, Object> village = new HashMap<>(broker.security().client(VILLAGE, ITS_PASSWORD));
        village.put("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(village)) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    /** The password with which the other tests come. */
    private static void restore(Map<String, Object> administrator) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(administrator)) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "admin", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            makeTopic(broker.adminClient());
            return true;
        });
    }
}
