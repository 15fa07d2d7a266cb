package id.smartkampung.model.letter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letter types that every village starts with, read once from {@code katalog_surat.json}. */
public final class LetterCatalogue {

    private static final Map<LetterKind, LetterType> TYPES = read();

    private LetterCatalogue() {}

    /** All types in the order of the catalogue. */
    public static Map<LetterKind, LetterType> types() {
        return TYPES;
    }

    public static Optional<LetterType> find(LetterKind kind) {
        return Optional.ofNullable(TYPES.get(kind));
    }

    private static Map<LetterKind, LetterType> read() {
        try (InputStream json = LetterCatalogue.class.getResourceAsStream("katalog_surat.json")) {
            Map<LetterKind, LetterType> types = new LinkedHashMap<>();
            for (LetterType type : new ObjectMapper().readValue(json, new TypeReference<List<LetterType>>() {})) {
                types.put(type.kind(), type);
            }
            return Collections.unmodifiableMap(types);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of letter types cannot be read", e);
        }
    }
}
