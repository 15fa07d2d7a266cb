package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Cara KB, method of family planning</i>, by the official code of the ministry. */
public enum Contraception implements Coded {
    PILL(1),
    IUD(2),
    INJECTION(3),
    CONDOM(4),
    IMPLANT(5),
    FEMALE_STERILISATION(6),
    MALE_STERILISATION(7),
    OTHER(99),
    NONE(100);

    private final int code;

    Contraception(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Contraception ofCode(int code) {
        return Coded.ofCode(Contraception.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
