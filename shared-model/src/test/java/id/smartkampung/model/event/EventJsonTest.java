package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.request.RequestState;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the events against the contract files of their versions, which are never edited once released. */
class EventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<EventType, List<String>> ADDED_LATER =
            Map.of(EventType.SNAPSHOT_CHUNK_V1, List.of("mutations"));
    private static final String ID = "0190a5d0-0000-7000-8000-000000000001";

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theContractFileHasEveryField(EventType type) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        for (ObjectNode contract : contracts(type)) {
            contract.fieldNames().forEachRemaining(fields::add);
        }

        assertThat(fields)
                .containsExactlyElementsOf(Arrays.stream(type.eventClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatTheContractSaysIsReadAndWrittenAgainWithoutLoss(EventType type) throws Exception {
        for (ObjectNode contract : contracts(type)) {
            VillageEvent event = EventJson.read(type, JSON.writeValueAsBytes(contract));

            assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(contract);
            assertThat(EventType.of(event)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatANewerVillageAddsIsIgnored(EventType type) throws Exception {
        ObjectNode newer = contract(type);
        newer.put("addedLater", "x").putArray("more").add(1);

        assertThat(EventJson.read(type, JSON.writeValueAsBytes(newer)))
                .isEqualTo(EventJson.read(type, JSON.writeValueAsBytes(contract(type))));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void anEventWithoutItsIdIsRefused(EventType type) throws IOException {
        ObjectNode event = contract(type);
        event.remove(event.fieldNames().next());

        assertThatThrownBy(() -> EventJson.read(type, JSON.writeValueAsBytes(event)))
                .isInstanceOf(EventFormatException.class);
    }

    @Test
    void aResidentOfWhomOnlyTheIdIsKnownCanBeRead() throws Exception {
        ResidentRecorded event = (ResidentRecorded) read("{\"residentId\":\"" + ID + "\"}");

        assertThat(event.subject()).hasToString("resident/" + ID);
        assertThat(event.nik()).isNull();
        assertThat(event.sex()).isNull();
        assertThat(event.bornOn()).isNull();
    }

    @Test
    void whatIsNotKnownIsNotWritten() throws Exception {
        byte[] written = EventJson.write(read("{\"residentId\":\"" + ID + "\"}"));

        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo("{\"residentId\":\"" + ID + "\"}");
    }

    @Test
    void aStateTravelsByItsNameAndANikAsText() throws Exception {
        ObjectNode request = contract(EventType.REQUEST_RECORDED_V1);

        assertThat(request.get("state").asText()).isEqualTo(RequestState.IN_REVIEW.name());
        assertThat(((ResidentRecorded)
                                read(contract(EventType.RESIDENT_RECORDED_V1).toString()))
                        .nik())
                .isEqualTo(new Nik("0010015708900001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nik\":3510015708900001",
                "\"nik\":\"351001570890000\"",
                "\"nik\":true",
                "\"sex\":\"2\"",
                "\"sex\":3",
                "\"sex\":1.5",
                "\"occupation\":90",
                "\"occupation\":\"9\"",
                "\"bornOn\":\"17-08-1990\"",
                "\"bornOn\":\"1990-02-30\"",
                "\"bornOn\":\"\"",
                "\"bornOn\":7000",
                "\"fullName\":12",
                "\"fullName\":[\"A\"]",
                "\"familyId\":\"x\""
            })
    void aValueOfTheWrongKindIsRefusedAndItsFieldNamed(String field) {
        String name = field.substring(1, field.indexOf('"', 1));

        assertThatThrownBy(() -> read("{\"residentId\":\"" + ID + "\"," + field + "}"))
                .isInstanceOf(EventFormatException.class)
                .hasMessage("resident-recorded.v1: field " + name + " is not of its type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"state\":2", "\"state\":\"DONE\"", "\"homeDelivery\":\"yes\"", "\"homeDelivery\":null"})
    void aRequestWithAWrongValueIsRefused(String field) throws IOException {
        ObjectNode request = contract(EventType.REQUEST_RECORDED_V1);
        request.setAll((ObjectNode) JSON.readTree("{" + field + "}"));

        assertThatThrownBy(() -> EventJson.read(EventType.REQUEST_RECORDED_V1, JSON.writeValueAsBytes(request)))
                .isInstanceOf(EventFormatException.class);
    }

    @Test
    void aRequestWithoutItsStepsIsRefused() throws IOException {
        ObjectNode request = contract(EventType.REQUEST_RECORDED_V1);
        request.remove("steps");

        assertThatThrownBy(() -> EventJson.read(EventType.REQUEST_RECORDED_V1, JSON.writeValueAsBytes(request)))
                .isInstanceOf(EventFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}{}", "\"x\"", "{\"residentId\":\"" + ID + "\"} x", "\u0000"})
    void whatIsNoObjectIsRefused(String data) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(EventFormatException.class);
    }

    @Test
    void dataNestedTooDeepAreRefused() {
        String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);

        assertThatThrownBy(() -> read(deep)).isInstanceOf(EventFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"residentId\":\"" + ID + "\",\"nik\":\"3510015708900SECRET\"}",
                "{\"residentId\":\"" + ID + "\",\"bornOn\":\"SECRET\"}",
                "{\"residentId\":\"" + ID + "\",\"nik\":SECRET}",
                "{\"residentId\":\"SECRET\"}",
                "SECRET"
            })
    void aRefusalNeverRepeatsAValue(String data) {
        Throwable refusal = catchThrowable(() -> read(data));
        StringWriter whole = new StringWriter();
        refusal.printStackTrace(new PrintWriter(whole));

        assertThat(whole.toString()).doesNotContain("SECRET");
    }

    private static VillageEvent read(String json) throws EventFormatException {
        return EventJson.read(EventType.RESIDENT_RECORDED_V1, json.getBytes(StandardCharsets.UTF_8));
    }

    /** What was released first, and then what was added to it within the version: a file for each, so none is edited. */
    private static List<ObjectNode> contracts(EventType type) throws IOException {
        List<ObjectNode> contracts = new ArrayList<>(List.of(contract(type)));
        for (String added : ADDED_LATER.getOrDefault(type, List.of())) {
            contracts.add(contract(type.wireName() + "+" + added));
        }
        return contracts;
    }

    private static ObjectNode contract(EventType type) throws IOException {
        return contract(type.wireName());
    }

    private static ObjectNode contract(String name) throws IOException {
        try (InputStream file = EventJsonTest.class.getResourceAsStream("/events/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        }
    }
}
