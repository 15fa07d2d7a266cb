package id.smartkampung.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of JSON of what was measured in a phase, so that runs can be laid side by side. */
final class Figure {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Figure(String phase) {
        values.put("phase", phase);
    }

    static Figure of(String phase) {
        return new Figure(phase);
    }

    Figure with(String name, Object value) {
        values.put(name, value instanceof Double number ? Math.round(number * 1000) / 1000.0 : value);
        return this;
    }

    void print(PrintStream out) {
        try {
            out.println(JSON.writeValueAsString(values));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("figures of " + values.get("phase") + " cannot be written", e);
        }
    }
}
