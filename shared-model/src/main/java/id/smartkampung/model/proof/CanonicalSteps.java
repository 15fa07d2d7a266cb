package id.smartkampung.model.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.event.RequestRecorded.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The steps of a request as bytes: their number, then each with the length of its state, its state and its time, in the
 * order of time and then of state, since a list in one database and rows in the other have no other order in common.
 */
public final class CanonicalSteps {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalSteps() {}

    /** A state and when, as far as it can be hashed. */
    private record At(String state, long micros) {}

    static byte[] bytes(List<Step> steps) {
        List<At> all = new ArrayList<>(steps.size());
        for (Step step : steps) {
            all.add(new At(step.state().name(), CanonicalField.micros(step.at())));
        }
        return write(all);
    }

    /**
     * Bytes of steps that a database keeps as a JSON list of {@code state} and {@code at}. What is no such list is
     * returned as it is: it equals nothing that an event could say.
     */
    public static byte[] ofJson(byte[] json) {
        try {
            List<At> all = new ArrayList<>();
            for (JsonNode step : JSON.readTree(json)) {
                all.add(new At(step.path("state").textValue(), micros(step)));
            }
            return write(all);
        } catch (IOException | DateTimeException | NullPointerException | ArithmeticException e) {
            return json;
        }
    }

    private static long micros(JsonNode step) {
        Instant at = OffsetDateTime.parse(step.path("at").textValue()).toInstant();
        return CanonicalField.micros(at);
    }

    private static byte[] write(List<At> steps) {
        steps.sort(Comparator.comparingLong(At::micros).thenComparing(At::state));
        List<byte[]> states = steps.stream()
                .map(step -> step.state().getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer bytes = ByteBuffer.allocate(
                4 + states.stream().mapToInt(state -> 12 + state.length).sum());
        bytes.putInt(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            bytes.putInt(states.get(i).length);
            bytes.put(states.get(i));
            bytes.putLong(steps.get(i).micros());
        }
        return bytes.array();
    }
}
