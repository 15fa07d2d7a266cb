package id.smartkampung.model.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** How a version of a letter type is kept, so that a letter made with it years ago can be made again. */
public final class LetterTypeJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private LetterTypeJson() {}

    public static String write(LetterType type) {
        try {
            return JSON.writeValueAsString(type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("letter type " + type.kind() + " cannot be written", e);
        }
    }

    public static LetterType read(String json) {
        try {
            return JSON.readValue(json, LetterType.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored letter type cannot be read", e);
        }
    }
}
