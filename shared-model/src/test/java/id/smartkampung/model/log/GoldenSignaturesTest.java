package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds keys and signatures against vectors that were computed by another program (Python, OpenSSL). */
class GoldenSignaturesTest {

    static List<JsonNode> heads() throws IOException {
        return listed("heads");
    }

    static List<JsonNode> controls() throws IOException {
        return listed("controls");
    }

    @Test
    void theKeyIsThatOfTheVector() throws IOException {
        JsonNode vector = vectors().get("key");

        assertThat(key().verifyKey().base64()).isEqualTo(vector.get("publicKey").asText());
        assertThat(key().id()).isEqualTo(vector.get("keyId").asText());
    }

    @ParameterizedTest
    @MethodSource("heads")
    void theBytesOfAHeadAreThoseOfTheVector(JsonNode vector) {
        assertThat(HexFormat.of().formatHex(Signed.head(head(vector))))
                .isEqualTo(vector.get("signedBytesHex").asText());
    }

    @ParameterizedTest
    @MethodSource("heads")
    void theSignatureOfAHeadIsThatOfTheVector(JsonNode vector) throws IOException {
        assertThat(key().sign(head(vector))).isEqualTo(vector.get("signature").asText());
    }

    @ParameterizedTest
    @MethodSource("heads")
    void theSignatureOfTheVectorIsFoundGood(JsonNode vector) throws IOException {
        assertThat(key().verifyKey()
                        .signed(head(vector), vector.get("signature").asText()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void theBytesOfAControlRecordAreThoseOfTheVector(JsonNode vector) {
        assertThat(HexFormat.of().formatHex(Signed.control(vector.get("kind").asText(), body(vector))))
                .isEqualTo(vector.get("signedBytesHex").asText());
    }

    @ParameterizedTest
    @MethodSource("controls")
    void theSignatureOfAControlRecordIsThatOfTheVector(JsonNode vector) throws IOException {
        assertThat(key().sign(vector.get("kind").asText(), body(vector)))
                .isEqualTo(vector.get("signature").asText());
    }

    private static NodeKey key() throws IOException {
        JsonNode key = vectors().get("key");
        return NodeKey.of(
                Base64.getDecoder().decode(key.get("pkcs8Base64").asText()),
                Base64.getDecoder().decode(key.get("x509Base64").asText()));
    }

    private static LogHead head(JsonNode vector) {
        return new LogHead(
                new NodeId(vector.get("node").asText()),
                new LogPosition(
                        vector.get("epoch").asInt(), vector.get("sequence").asLong()),
                Hash.ofHex(vector.get("hash").asText()));
    }

    private static byte[] body(JsonNode vector) {
        return vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> listed(String field) throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        vectors().get(field).forEach(vectors::add);
        return vectors;
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream file = GoldenSignaturesTest.class.getResourceAsStream("/log/golden-5-signatures.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
