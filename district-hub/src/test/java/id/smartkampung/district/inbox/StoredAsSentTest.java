package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aLetter;
import static id.smartkampung.district.inbox.Subjects.aMutation;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.change.MutationField;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.letter.IssuedLetterField;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.request.RequestField;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.resident.ResidentField;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every field that leaves a village lies in the tables as it was sent. */
@QuarkusTest
class StoredAsSentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kept as one text, which is also what is proven of it. */
    private static final String FACTS = "facts";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Test
    void ofAResident() throws SQLException, IOException {
        assertStored(aResident(), "resident", ResidentField.values());
    }

    @Test
    void ofAFamily() throws SQLException, IOException {
        assertStored(aFamily(UUID.randomUUID(), "Gg. Contoh 2 \\ \"a\" 👪 é"), "family", FamilyField.values());
    }

    @Test
    void ofARequest() throws SQLException, IOException {
        assertStored(
                aRequest(UUID.randomUUID(), RequestState.SUBMITTED, RequestState.IN_REVIEW),
                "request",
                RequestField.values());
    }

    @Test
    void ofAMutation() throws SQLException, IOException {
        assertStored(
                aMutation(
                        UUID.randomUUID(),
                        MutationKind.ARRIVAL,
                        LocalDate.of(2026, 11, 20),
                        Instant.parse("2026-11-22T01:00:00.000001Z")),
                "mutation",
                MutationField.values());
    }

    @Test
    void ofALetter() throws SQLException, IOException {
        assertStored(aLetter(UUID.randomUUID(), LetterState.WITHDRAWN), "letter", IssuedLetterField.values());
    }

    private void assertStored(VillageEvent event, String table, PersonalField... fields)
            throws SQLException, IOException {
        SimulatedVillage village = villages.aVillage().records(event);

        inbox.receive(village.node(), "topic-a", village.arriving(village.event(1)));

        JsonNode sent = JSON.readTree(EventJson.write(event));
        JsonNode row = row(village, table);
        assertThat(values(row, fields, true)).isEqualTo(values(sent, fields, false));
    }

    private JsonNode row(SimulatedVillage village, String table) throws JsonProcessingException {
        return JSON.readTree(tables.value("select to_jsonb(t) from " + table + " t where node = ?", village.node()));
    }

    /** The values of the leaving fields by property; the two sides spell the offset of an instant differently. */
    private static Map<String, JsonNode> values(JsonNode json, PersonalField[] fields, boolean columns)
            throws JsonProcessingException {
        Map<String, JsonNode> values = new TreeMap<>();
        for (PersonalField field : fields) {
            String name = columns ? snakeCase(field.property()) : field.property();
            if (field.leaves() && json.hasNonNull(name)) {
                values.put(
                        field.property(),
                        columns && name.equals(FACTS)
                                ? JSON.valueToTree(
                                        LetterFact.read(json.get(name).asText()))
                                : JSON.readTree(json.get(name).toString().replace("+00:00", "Z")));
            }
        }
        return values;
    }

    private static String snakeCase(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
