package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Penyandang disabilitas</i>, by the official code of the ministry. */
public enum Disability implements Coded {
    PHYSICAL(1),
    SIGHT(2),
    HEARING_OR_SPEECH(3),
    MENTAL(4),
    PHYSICAL_AND_MENTAL(5),
    OTHER(6),
    NONE(7);

    private final int code;

    Disability(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Disability ofCode(int code) {
        return Coded.ofCode(Disability.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
