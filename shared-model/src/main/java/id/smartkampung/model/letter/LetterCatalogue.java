package id.smartkampung.model.letter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The letter types that every village starts with, read once from {@code katalog_surat.json}. */
public final class LetterCatalogue {

    private static final Map<LetterKind, Type> TYPES = read();

    private LetterCatalogue() {}

    /**
     * One letter type.
     *
     * @param name as a citizen reads it, in Indonesian
     * @param targetMinutes working minutes within which it should be ready
     */
    public record Type(LetterKind kind, String name, int targetMinutes) {}

    /** All types in the order of the catalogue. */
    public static Map<LetterKind, Type> types() {
        return TYPES;
    }

    public static Optional<Type> find(LetterKind kind) {
        return Optional.ofNullable(TYPES.get(kind));
    }

    private static Map<LetterKind, Type> read() {
        try (InputStream json = LetterCatalogue.class.getResourceAsStream("katalog_surat.json")) {
            Map<LetterKind, Type> types = new LinkedHashMap<>();
            for (JsonNode entry : new ObjectMapper().readTree(json).required("surat")) {
                LetterKind kind = new LetterKind(entry.required("kode").asText());
                types.put(
                        kind,
                        new Type(
                                kind,
                                entry.required("nama").asText(),
                                entry.path("sla_menit_kerja").asInt()));
            }
            return Collections.unmodifiableMap(types);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of letter types cannot be read", e);
        }
    }
}
