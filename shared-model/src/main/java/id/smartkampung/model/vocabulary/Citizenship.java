package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Kewarganegaraan</i>, by the official code of the ministry. */
public enum Citizenship implements Coded {
    INDONESIAN(1),
    FOREIGN(2),
    DUAL(3);

    private final int code;

    Citizenship(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Citizenship ofCode(int code) {
        return Coded.ofCode(Citizenship.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
