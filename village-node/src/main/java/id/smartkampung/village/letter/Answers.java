package id.smartkampung.village.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterType;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was filled in, by the names of the fields, in the form in which it is kept: dates as 2026-11-21, numbers as
 * digits, a person of the register as <code>r:</code> and the id, people one a line; what is missing is not there.
 */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KNOWN = "r:";

    /** What a field of yes or no holds. */
    static final String YES = "ya";

    static final String NO = "tidak";

    private final Map<String, String> values;

    private Answers(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Answers of(Map<String, String> values) {
        return new Answers(values);
    }

    static Answers none() {
        return new Answers(Map.of());
    }

    /** Null where nothing was filled in. */
    public String of(String field) {
        return values.get(field);
    }

    /** The people of a field, each as a person stands in an answer. */
    public List<String> people(String field) {
        String value = values.get(field);
        return value == null
                ? List.of()
                : value.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Who signs a letter with these answers: an office outside that is asked for only when it is wanted. */
    public List<LetterSigner> signers(LetterType type) {
        return type.signers().stream()
                .filter(signer -> !signer.role().isOutside() || signer.field() == null || isYes(signer.field()))
                .toList();
    }

    private boolean isYes(String field) {
        return YES.equals(values.get(field));
    }

    /** By the names of the fields. */
    public Map<String, String> all() {
        return values;
    }

    /** The same about another record of a person. */
    Answers replaced(String person, String other) {
        Map<String, String> replaced = new TreeMap<>(values);
        replaced.replaceAll((field, value) -> value.lines()
                .map(line -> line.equals(person) ? other : line)
                .distinct()
                .collect(Collectors.joining("\n")));
        return new Answers(replaced);
    }

    /** How a person of the register stands in an answer. */
    public static String known(UUID resident) {
        return KNOWN + resident;
    }

    /** The id of a person of the register; null for a person who was only named. */
    public static UUID residentOf(String person) {
        if (person == null || !person.startsWith(KNOWN)) {
            return null;
        }
        try {
            return UUID.fromString(person.substring(KNOWN.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("answers cannot be written", e);
        }
    }

    public static Answers read(String json) {
        try {
            return new Answers(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored answers cannot be read", e);
        }
    }
}
