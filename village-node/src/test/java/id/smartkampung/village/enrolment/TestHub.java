package id.smartkampung.village.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.log.VerifyKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A hub over TLS that lets one village in, at a broker as in production. */
final class TestHub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a-password-of-this-village";

    private final KafkaServer broker;
    private final NodeId node;
    private final HttpsServer server;
    private final NodeKey key = NodeKey.generate();
    private final EnrolmentCode code;

    private volatile int refusesWith;
    private volatile VerifyKey only;
    private volatile String brokers;
    private volatile String otherAuthority;
    private Doorman doorman;

    TestHub(KafkaServer broker, NodeId node, Tls tls) throws IOException, CertificateEncodingException {
        this.broker = broker;
        this.node = node;
        brokers = broker.bootstrapServers();
        code = EnrolmentCode.random(
                new SecureRandom(), Optional.of(Hash.sha256(tls.certificate().getEncoded())));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
        server.createContext(EnrolmentRequest.PATH, this::answer);
        server.setExecutor(inTheClassLoaderOfTheTest());
        server.start();
    }

    /** Not all JDKs hand it on to the threads of a server, and clients of the broker find their parts by it. */
    private static Executor inTheClassLoaderOfTheTest() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return task -> {
            Thread.currentThread().setContextClassLoader(loader);
            task.run();
        };
    }

    /** Sends villages to another broker from now on, known by this certificate. */
    void sendTo(String otherBrokers, String authority) {
        brokers = otherBrokers;
        otherAuthority = authority;
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort() + "/";
    }

    EnrolmentCode code() {
        return code;
    }

    VerifyKey key() {
        return key.verifyKey();
    }

    /** Refuses every other key, as a hub that has not heard of a change. */
    void knowsOnly(VerifyKey known) {
        only = known;
    }

    /** Asks something of the village in the log of commands. */
    void ask(Envelope command) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.down(node), 0, null, command.data());
        Attributes.write(command).forEach(record.headers()::add);
        record.headers()
                .add(Attributes.SIGNATURE, key.sign(command.head()).getBytes(StandardCharsets.UTF_8))
                .add(Attributes.KEY_ID, key.id().getBytes(StandardCharsets.UTF_8));
        try (Producer<byte[], byte[]> down =
                new KafkaProducer<>(broker.adminClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
            down.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the hub could not speak", e);
        }
    }

    void refuseWith(int status) {
        refusesWith = status;
    }

    /** As after the broker has lost everything. */
    void forgetAtBroker() {
        password("another-word-than-it-has");
    }

    @Override
    public void close() {
        server.stop(0);
        if (doorman != null) {
            doorman.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        EnrolmentRequest request = JSON.readValue(body, EnrolmentRequest.class);
        boolean signed = VerifyKey.ofBase64(request.key())
                .signed(
                        EnrolmentRequest.KIND,
                        body,
                        exchange.getRequestHeaders().getFirst(EnrolmentRequest.SIGNATURE));
        boolean unknown = only != null && !only.base64().equals(request.key());
        int status = !signed ? 400 : unknown ? 403 : refusesWith == 0 ? 200 : refusesWith;
        byte[] answer = status == 200 ? joined() : new byte[0];
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private byte[] joined() throws IOException {
        letIn();
        try {
            return JSON.writeValueAsBytes(new EnrolmentAnswer(
                    brokers,
                    "village-" + node,
                    PASSWORD,
                    "SCRAM-SHA-512",
                    otherAuthority == null
                            ? Files.readString(broker.security().certificates().authority())
                            : otherAuthority,
                    Instant.parse("2030-01-01T00:00:00Z").toString(),
                    List.of(key.verifyKey().base64())));
        } catch (JsonProcessingException e) {
            throw new IOException("no answer", e);
        }
    }

    private void letIn() {
        password(PASSWORD);
        try (Admin admin = Admin.create(broker.adminClient())) {
            if (!admin.listTopics().names().get().contains(Topics.up(node))) {
                admin.createTopics(List.of(
                                new NewTopic(Topics.up(node), 1, (short) 1),
                                new NewTopic(Topics.down(node), 1, (short) 1)))
                        .all()
                        .get();
            }
            admin.createAcls(List.of(
                            rule(Topics.up(node), AclOperation.WRITE), rule(Topics.down(node), AclOperation.READ)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the village is not let in", e);
        }
        if (doorman == null) {
            doorman = new Doorman(node, key, broker.adminClient());
            doorman.open();
        }
    }

    private void password(String password) {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        try (Admin admin = Admin.create(broker.adminClient())) {
            admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialUpsertion("village-" + node, scram, password)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the village has no user", e);
        }
    }

    private AclBinding rule(String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:village-" + node, "*", operation, AclPermissionType.ALLOW));
    }
}
