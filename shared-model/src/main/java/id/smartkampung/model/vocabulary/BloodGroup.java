package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Golongan darah</i>, by the official code of the ministry. */
public enum BloodGroup implements Coded {
    A(1),
    B(2),
    AB(3),
    O(4),
    A_POSITIVE(5),
    A_NEGATIVE(6),
    B_POSITIVE(7),
    B_NEGATIVE(8),
    AB_POSITIVE(9),
    AB_NEGATIVE(10),
    O_POSITIVE(11),
    O_NEGATIVE(12),
    UNKNOWN(13);

    private final int code;

    BloodGroup(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static BloodGroup ofCode(int code) {
        return Coded.ofCode(BloodGroup.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
