package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Agama</i>, by the official code of the ministry. */
public enum Religion implements Coded {
    ISLAM(1),
    PROTESTANT(2),
    CATHOLIC(3),
    HINDU(4),
    BUDDHIST(5),
    CONFUCIAN(6),
    BELIEF_IN_ONE_GOD(7);

    private final int code;

    Religion(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Religion ofCode(int code) {
        return Coded.ofCode(Religion.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
