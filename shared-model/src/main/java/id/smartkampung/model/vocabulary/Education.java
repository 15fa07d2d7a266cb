package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Pendidikan dalam KK, highest education attained</i>, by the official code of the ministry. */
public enum Education implements Coded {
    NONE(1),
    PRIMARY_UNFINISHED(2),
    PRIMARY(3),
    LOWER_SECONDARY(4),
    UPPER_SECONDARY(5),
    DIPLOMA_1_2(6),
    DIPLOMA_3(7),
    BACHELOR(8),
    MASTER(9),
    DOCTORATE(10);

    private final int code;

    Education(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Education ofCode(int code) {
        return Coded.ofCode(Education.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
