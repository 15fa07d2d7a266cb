package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Official names of the codes, read once from {@code labels.json}. */
final class Labels {

    private static final Map<String, Map<Integer, String>> BY_VOCABULARY = read();

    private Labels() {}

    static String of(Class<?> vocabulary, int code) {
        return of(vocabulary).get(code);
    }

    /** All codes of a vocabulary with their names, in the order of the codes. */
    static Map<Integer, String> of(Class<?> vocabulary) {
        Map<Integer, String> labels = BY_VOCABULARY.get(vocabulary.getSimpleName());
        if (labels == null) {
            throw new IllegalArgumentException("no labels for " + vocabulary.getSimpleName());
        }
        return labels;
    }

    private static Map<String, Map<Integer, String>> read() {
        try (InputStream json = Labels.class.getResourceAsStream("labels.json")) {
            return new ObjectMapper()
                    .readValue(json, new TypeReference<Map<String, TreeMap<Integer, String>>>() {}).entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, entry -> Collections.unmodifiableMap(entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException("labels.json of the official code lists cannot be read", e);
        }
    }
}
