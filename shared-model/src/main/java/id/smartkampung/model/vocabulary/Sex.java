package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Jenis kelamin</i>, by the official code of the ministry. */
public enum Sex implements Coded {
    MALE(1),
    FEMALE(2);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Sex ofCode(int code) {
        return Coded.ofCode(Sex.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
