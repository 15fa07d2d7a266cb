package id.smartkampung.model.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds rows and trees against worked examples that another program has computed. */
class GoldenProofTest {

    @ParameterizedTest
    @MethodSource("rows")
    void theDigestOfARowIsThatOfTheVector(JsonNode vector) throws Exception {
        RowDigest row = RowHasher.of(event(vector));

        assertThat(row.digest().hex()).isEqualTo(vector.get("digest").asText());
        assertThat(row.bucket()).isEqualTo(vector.get("bucket").asInt());
    }

    @ParameterizedTest
    @MethodSource("trees")
    void theRootOfATreeIsThatOfTheVector(JsonNode vector) {
        List<RowDigest> rows = new ArrayList<>();
        vector.get("keys").forEach(key -> rows.add(row(UUID.fromString(key.asText()))));
        rows.sort((a, b) -> RowDigest.BY_BYTES.compare(a.id(), b.id()));

        DigestTree tree = DigestTree.of(CanonicalTable.FAMILY, rows);

        assertThat(tree.root().hex()).isEqualTo(vector.get("root").asText());
        assertThat(tree.count()).isEqualTo(rows.size());
    }

    private static RowDigest row(UUID key) {
        return new RowDigest(key, Hash.sha256(CanonicalField.uuid(key), "x".getBytes(StandardCharsets.US_ASCII)));
    }

    private static VillageEvent event(JsonNode vector) throws Exception {
        EventType type = EventType.ofWireName(vector.get("table").asText() + "-recorded.v1")
                .orElseThrow();
        return EventJson.read(type, new ObjectMapper().writeValueAsBytes(vector.get("event")));
    }

    static List<JsonNode> rows() throws IOException {
        return vectors("rows");
    }

    static List<JsonNode> trees() throws IOException {
        return vectors("trees");
    }

    private static List<JsonNode> vectors(String name) throws IOException {
        try (InputStream file = GoldenProofTest.class.getResourceAsStream("/proof/golden-" + name + ".json")) {
            JsonNode all = new ObjectMapper().readTree(file);
            return StreamSupport.stream(all.spliterator(), false).toList();
        }
    }
}
