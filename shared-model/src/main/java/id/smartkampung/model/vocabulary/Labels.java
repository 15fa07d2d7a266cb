package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Official names of the codes, read once from {@code labels.json}. */
final class Labels {

    private static final Map<String, Map<String, String>> BY_VOCABULARY = read();

    private Labels() {}

    static String of(Class<?> vocabulary, int code) {
        return of(vocabulary).get(code);
    }

    /** All codes of a vocabulary with their names, in the order of the codes. */
    static Map<Integer, String> of(Class<?> vocabulary) {
        Map<String, String> labels = BY_VOCABULARY.get(vocabulary.getSimpleName());
        if (labels == null) {
            throw new IllegalArgumentException("no labels for " + vocabulary.getSimpleName());
        }
        Map<Integer, String> byCode = new TreeMap<>();
        labels.forEach((code, label) -> byCode.put(Integer.valueOf(code), label));
        return byCode;
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream json = Labels.class.getResourceAsStream("labels.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("labels.json of the official code lists cannot be read", e);
        }
    }
}
