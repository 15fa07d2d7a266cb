package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Pendidikan sedang ditempuh, education in progress</i>, by the official code of the ministry. */
public enum Schooling implements Coded {
    NOT_YET_KINDERGARTEN(1),
    KINDERGARTEN(2),
    NEVER_ATTENDED(3),
    PRIMARY(4),
    PRIMARY_DROPPED_OUT(5),
    LOWER_SECONDARY(6),
    UPPER_SECONDARY(7),
    DIPLOMA_1(8),
    DIPLOMA_2(9),
    DIPLOMA_3(10),
    BACHELOR(11),
    MASTER(12),
    DOCTORATE(13),
    SPECIAL_A(14),
    SPECIAL_B(15),
    SPECIAL_C(16),
    ILLITERATE(17),
    NOT_ATTENDING(18);

    private final int code;

    Schooling(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Schooling ofCode(int code) {
        return Coded.ofCode(Schooling.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
