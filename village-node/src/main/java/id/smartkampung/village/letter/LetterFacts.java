package id.smartkampung.village.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What whoever verifies a letter is shown of it, so that a genuine code on another paper is seen. */
@ApplicationScoped
public class LetterFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterValues values;

    LetterFacts(LetterValues values) {
        this.values = values;
    }

    /** A name with its value; never about a person. */
    public record Fact(String label, String value) {}

    /** The facts of the type, as they stand in the letter, in JSON. */
    public String of(LetterValues.Source source) {
        List<Fact> facts = source.type().facts().stream()
                .flatMap(name -> source.type().field(name).stream())
                .map(field -> new Fact(field.label(), values.field(field, source.answers())))
                .toList();
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("facts cannot be written", e);
        }
    }

    public static List<Fact> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Fact>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored facts cannot be read", e);
        }
    }

    /** S*** R******: only who knows the name reads it. */
    public static String masked(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .map(word -> {
                    int first = word.offsetByCodePoints(0, 1);
                    return word.substring(0, first) + "*".repeat(word.codePointCount(first, word.length()));
                })
                .collect(Collectors.joining(" "));
    }
}
