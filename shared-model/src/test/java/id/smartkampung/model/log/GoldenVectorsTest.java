package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the log against vectors that were computed by another program; they are never edited once released. */
class GoldenVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1-first-event", "2-next-event", "3-other-letters", "4-next-epoch"})
    void theHashesAreThoseOfTheVector(String name) throws Exception {
        JsonNode vector = vector(name);

        Envelope event = read(vector);

        assertThat(event.dataIsIntact()).isTrue();
        assertThat(event.headerHash().hex()).isEqualTo(vector.get("headerHash").asText());
        assertThat(event.hash().hex()).isEqualTo(vector.get("hash").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-first-event", "2-next-event", "3-other-letters", "4-next-epoch"})
    void theBytesThatAreHashedAreThoseOfTheVector(String name) throws Exception {
        JsonNode vector = vector(name);

        assertThat(Hash.sha256(hex(vector, "headerBytesHex")).hex())
                .isEqualTo(vector.get("headerHash").asText());
        assertThat(Hash.sha256(hex(vector, "chainBytesHex")).hex())
                .isEqualTo(vector.get("hash").asText());
        assertThat(hex(vector, "dataHex")).isEqualTo(vector.get("data").asText().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-first-event", "2-next-event", "3-other-letters", "4-next-epoch"})
    void theHeadersAreWrittenInTheOrderOfTheVector(String name) throws Exception {
        JsonNode vector = vector(name);
        List<String> names = new ArrayList<>();
        vector.get("attributes").fieldNames().forEachRemaining(names::add);

        assertThat(Attributes.write(read(vector)).keySet())
                .containsExactlyElementsOf(names)
                .containsExactlyElementsOf(Attributes.NAMES);
    }

    @Test
    void theFirstThreeVectorsAreOneChain() throws Exception {
        LogHead head = LogHead.start(Logs.NODE);
        for (String name : List.of("1-first-event", "2-next-event", "3-other-letters")) {
            Envelope event = read(vector(name));
            assertThat(Logs.judge(head, event)).isEqualTo(Verdict.ACCEPT);
            head = event.head();
        }
    }

    @Test
    void anErasedEventHasTheHashThatItHadAndIsWrittenAsInTheVector() throws Exception {
        JsonNode vector = vector("7-erased-event");
        Envelope whole = read(vector("2-next-event"));

        Envelope erased = read(vector);

        assertThat(erased.isErased()).isTrue();
        assertThat(erased).isEqualTo(whole.erased());
        assertThat(erased.hash().hex()).isEqualTo(vector.get("hash").asText());
        assertThat(erased.hash()).isEqualTo(whole.hash());
        List<String> names = new ArrayList<>();
        vector.get("attributes").fieldNames().forEachRemaining(names::add);
        assertThat(Attributes.write(erased).keySet()).containsExactlyElementsOf(names);
        assertThat(Hash.sha256(hex(vector, "chainBytesHex")).hex())
                .isEqualTo(vector.get("hash").asText());
    }

    private static Envelope read(JsonNode vector) throws EnvelopeFormatException {
        return Attributes.read(
                name -> vector.get("attributes").has(name)
                        ? vector.get("attributes").get(name).asText().getBytes(StandardCharsets.UTF_8)
                        : null,
                hex(vector, "dataHex"));
    }

    private static byte[] hex(JsonNode vector, String field) {
        return HexFormat.of().parseHex(vector.get(field).asText());
    }

    private static JsonNode vector(String name) throws IOException {
        try (InputStream file = GoldenVectorsTest.class.getResourceAsStream("/log/golden-" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
