package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the commands against their contract files, which are never edited once released. */
class DistrictEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(DistrictEventType.class)
    void whatTheContractSaysIsReadAndWrittenAgainWithoutLoss(DistrictEventType type) throws Exception {
        DistrictEvent event = EventJson.read(type, JSON.writeValueAsBytes(contract(type)));

        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(contract(type));
        assertThat(DistrictEventType.of(event)).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(DistrictEventType.class)
    void aCommandWithoutItsIdIsRefused(DistrictEventType type) throws IOException {
        ObjectNode command = contract(type);
        command.remove("commandId");

        assertThatThrownBy(() -> EventJson.read(type, JSON.writeValueAsBytes(command)))
                .isInstanceOf(EventFormatException.class);
    }

    @ParameterizedTest
    @EnumSource(DistrictEventType.class)
    void aTypeIsFoundByItsNameOnTheWire(DistrictEventType type) {
        assertThat(DistrictEventType.ofWireName(type.wireName())).contains(type);
    }

    @ParameterizedTest
    @EnumSource(DistrictEventType.class)
    void thePaperNamesEveryCommand(DistrictEventType type) throws IOException {
        assertThat(Files.readString(Path.of("..", "deploy", "docs", "events.md")))
                .contains("| `" + type.wireName() + "` |");
    }

    @Test
    void everyCommandHasAType() {
        assertThat(Arrays.stream(DistrictEventType.values()).<Class<?>>map(DistrictEventType::eventClass))
                .containsExactlyInAnyOrder(DistrictEvent.class.getPermittedSubclasses());
    }

    private static ObjectNode contract(DistrictEventType type) throws IOException {
        try (InputStream file = DistrictEventTest.class.getResourceAsStream("/events/" + type.wireName() + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        }
    }
}
