package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Status penduduk, permanent or temporary</i>, by the official code of the ministry. */
public enum Residency implements Coded {
    PERMANENT(1),
    TEMPORARY(2);

    private final int code;

    Residency(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Residency ofCode(int code) {
        return Coded.ofCode(Residency.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
