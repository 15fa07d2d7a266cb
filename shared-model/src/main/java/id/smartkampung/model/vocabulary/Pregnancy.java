package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Kehamilan</i>, by the official code of the ministry. */
public enum Pregnancy implements Coded {
    PREGNANT(1),
    NOT_PREGNANT(2);

    private final int code;

    Pregnancy(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Pregnancy ofCode(int code) {
        return Coded.ofCode(Pregnancy.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
