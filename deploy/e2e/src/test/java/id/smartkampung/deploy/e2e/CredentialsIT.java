package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.deploy.regency.Clerk;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.KeyFile;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Faults 32, 33 and 35: with its own credential a village reaches its own log and no other, with what it stole neither. */
class CredentialsIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Regency regency = SharedRegency.get();
    private final KodeWilayah thief = SharedRegency.VILLAGE;
    private final KodeWilayah victim = SharedRegency.BROWSED;

    @Test
    void theCredentialOfAVillageIsRefusedAtTheTopicOfAnother() throws Exception {
        assertThat(send(credential(thief), Topics.up(node(victim)), next(victim), key(thief)))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void anEventInTheNameOfAnotherInItsOwnTopicIsAnIncident() throws Exception {
        work(victim, "351042");
        Envelope forged = next(victim);

        assertThat(send(credential(thief), Topics.up(node(thief)), forged, key(thief)))
                .isNull();

        awaitIncident(thief, "FOREIGN");
        assertNotReceived(forged);
        work(victim, "351032");
    }

    @Test
    void anEventInTheNameOfAnotherIsNotBelievedEvenIfTheRuleIsGone() throws Exception {
        work(victim, "351043");
        AclBinding gap = mayWrite("village-" + thief, Topics.up(node(victim)));
        // An event of its own at the same place, a checkpoint for one, would make a fork of the forged one.
        regency.village(victim).stop();
        awaitQuiet(victim);
        Envelope forged = next(victim);

        change(admin -> admin.createAcls(List.of(gap)).all());
        try {
            assertThat(send(credential(thief), Topics.up(node(victim)), forged, key(thief)))
                    .isNull();
            awaitIncident(victim, "UNTRUSTED");
        } finally {
            change(admin -> admin.deleteAcls(List.of(gap.toFilter())).all());
            regency.village(victim).start();
        }

        assertNotReceived(forged);
        work(victim, "351033");
    }

    @Test
    void aRevokedKeyIsNotBelievedEvenIfItReachesTheBroker() throws Exception {
        work(thief, "351044");
        Clerk admin = Clerk.at(regency.hub().url(), "admin", Accounts.PASSWORD);
        admin.submit(admin.open("/sambungan/" + thief + "/cabut").form("/sambungan/" + thief + "/cabut"), Map.of());
        Envelope later = next(thief);

        assertThat(send(regency.kafka().adminClient(), Topics.up(node(thief)), later, key(thief)))
                .isNull();
        awaitIncident(thief, "UNTRUSTED");
        assertNotReceived(later);

        joinAgain(admin);
        work(thief, "351035");
    }

    private void joinAgain(Clerk admin) throws IOException {
        Clerk.Page code = admin.submit(admin.open("/sambungan").form("/sambungan/" + thief + "/kode"), Map.of());
        Clerk there = Clerk.at(regency.village(thief).url(), "admin", Accounts.PASSWORD);
        Clerk.Page joined = there.submit(
                there.open("/sambungkan").form("/sambungkan"),
                Map.of(
                        "alamat",
                        code.content().select("#alamat").text(),
                        "kode",
                        code.content().select("#kode").text()));
        assertThat(joined.content().select("#enam-kata").text().split(" ", -1)).hasSize(6);
    }

    /** Somebody goes on working there, and all of it arrives. */
    private void work(KodeWilayah kode, String nikPrefix) throws SQLException {
        Traffic traffic = new Traffic(regency.village(kode), nikPrefix, kode.hashCode());
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(traffic.acknowledged()).isGreaterThan(3));
        } finally {
            traffic.end();
        }
        awaitQuiet(kode);
        try (Connection hub = regency.hubDatabase().asReader()) {
            assertThat(Rows.strings(
                            hub, "select nik from resident where node = '" + kode.value() + "' and nik is not null"))
                    .containsAll(traffic.registered());
        }
    }

    private void awaitQuiet(KodeWilayah kode) throws SQLException {
        try (Connection village = regency.villageDatabase(kode).asReader();
                Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> Rows.assertLogIsWhole(village, hub, kode.value()));
        }
    }

    private void assertNotReceived(Envelope event) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            assertThat(Rows.strings(hub, "select event_id::text from received_event"))
                    .isNotEmpty()
                    .doesNotContain(event.id().toString());
        }
    }

    private void awaitIncident(KodeWilayah kode, String kind) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    Rows.strings(hub, "select kind from incident where node = '" + kode.value() + "'"))
                            .contains(kind));
        }
    }

    /** What the hub would take for the next event of this village, were it signed by it. */
    private Envelope next(KodeWilayah kode) throws SQLException {
        try (Connection hub = regency.hubDatabase().asReader();
                Statement statement = hub.createStatement();
                ResultSet row = statement.executeQuery(
                        "select epoch, sequence, hash from log_cursor where node = '" + kode.value() + "'")) {
            row.next();
            LogHead head =
                    new LogHead(node(kode), new LogPosition(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
            return Envelope.next(
                    head,
                    "resident-removed.v1",
                    "resident/" + UUID.randomUUID(),
                    Instant.parse("2026-11-21T01:30:00Z"),
                    "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private NodeKey key(KodeWilayah kode) throws IOException {
        return new KeyFile(keys(kode).resolve("node.pem")).read();
    }

    private Map<String, Object> credential(KodeWilayah kode) throws IOException {
        JsonNode own =
                new ObjectMapper().readTree(keys(kode).resolve("broker.json").toFile());
        Map<String, Object> client = new HashMap<>(regency.kafka()
                .security()
                .client(own.get("user").asText(), own.get("password").asText()));
        client.put("bootstrap.servers", own.get("brokers").asText());
        return client;
    }

    private Path keys(KodeWilayah kode) {
        return regency.village(kode).folder().resolve("keys");
    }

    private static NodeId node(KodeWilayah kode) {
        return new NodeId(kode.value());
    }

    private static AclBinding mayWrite(String user, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private void change(Function<Admin, KafkaFuture<?>> rules) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(regency.kafka().adminClient())) {
            rules.apply(admin).get();
        }
    }

    /** What the broker had against it, null when it was taken. */
    private static Throwable send(Map<String, Object> client, String topic, Envelope event, NodeKey key)
            throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.block.ms", 20_000);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, event.subject().getBytes(StandardCharsets.UTF_8), event.data());
        Attributes.write(event).forEach(record.headers()::add);
        record.headers()
                .add(Attributes.SIGNATURE, key.sign(event.head()).getBytes(StandardCharsets.US_ASCII))
                .add(Attributes.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (KafkaException e) {
            return e;
        }
    }
}
