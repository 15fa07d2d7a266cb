package id.smartkampung.district.enrolment;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The server of a village as the hub and the broker meet it while it joins. */
final class JoiningVillage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeId node;
    private final NodeKey key = NodeKey.generate();
    private EnrolmentAnswer credential;

    JoiningVillage(NodeId node) {
        this.node = node;
    }

    NodeKey key() {
        return key;
    }

    EnrolmentAnswer credential() {
        return credential;
    }

    Response join(EnrolmentCode code) {
        return join(code, key);
    }

    Response join(EnrolmentCode code, NodeKey signer) {
        return ask(
                new EnrolmentRequest(
                        node.value(),
                        Base64.getEncoder().encodeToString(code.secret()),
                        key.verifyKey().base64(),
                        null),
                signer);
    }

    Response renew() {
        return renew(key);
    }

    Response renew(NodeKey with) {
        return ask(new EnrolmentRequest(node.value(), null, with.verifyKey().base64(), credential.expiresAt()), with);
    }

    private Response ask(EnrolmentRequest request, NodeKey signer) {
        try {
            byte[] body = JSON.writeValueAsBytes(request);
            Response answer = given().contentType("application/json")
                    .header(EnrolmentRequest.SIGNATURE, signer.sign(EnrolmentRequest.KIND, body))
                    .body(body)
                    .post(EnrolmentRequest.PATH);
            if (answer.statusCode() == 200) {
                credential = JSON.readValue(answer.asByteArray(), EnrolmentAnswer.class);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new AssertionError("a request", e);
        } catch (IOException e) {
            throw new AssertionError("an answer that is none", e);
        }
    }

    /** What the broker had against it, null when it was taken. */
    Throwable send(String topic, Envelope event) throws InterruptedException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, event.subject().getBytes(StandardCharsets.UTF_8), event.data());
        Attributes.write(event).forEach(record.headers()::add);
        record.headers()
                .add(Attributes.SIGNATURE, key.sign(event.head()).getBytes(StandardCharsets.US_ASCII))
                .add(Attributes.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (KafkaException e) {
            return e;
        }
    }

    private Map<String, Object> client() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                credential.brokers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                credential.mechanism(),
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + credential.user()
                        + "\" password=\"" + credential.password() + "\";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                credential.authority()));
        settings.put("request.timeout.ms", 4_000);
        settings.put("delivery.timeout.ms", 6_000);
        settings.put("max.block.ms", 4_000);
        return settings;
    }
}
