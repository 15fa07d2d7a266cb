package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Status perkawinan</i>, by the official code of the ministry. */
public enum MaritalStatus implements Coded {
    SINGLE(1),
    MARRIED(2),
    DIVORCED(3),
    WIDOWED(4);

    private final int code;

    MaritalStatus(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static MaritalStatus ofCode(int code) {
        return Coded.ofCode(MaritalStatus.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
