package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;

/** An entry of an official code list (Permendagri 109/2019, form F-1.01); travels and is stored as its number. */
public interface Coded {

    @JsonValue
    int code();

    /** The official Indonesian name, as it stands on a family card. */
    default String label() {
        return Labels.of(getClass(), code());
    }

    /** The entry of a vocabulary that has a code; a code that none has is an {@link IllegalArgumentException}. */
    static <E extends Enum<E> & Coded> E ofCode(Class<E> vocabulary, int code) {
        return vocabulary.cast(Codes.of(vocabulary, code));
    }
}
