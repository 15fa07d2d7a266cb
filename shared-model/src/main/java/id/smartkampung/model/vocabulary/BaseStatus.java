package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Status dasar, whether the person still counts in this village</i>, by the official code of the ministry. */
public enum BaseStatus implements Coded {
    ALIVE(1),
    DEAD(2),
    MOVED(3),
    MISSING(4),
    AWAY(6),
    INVALID(9);

    private final int code;

    BaseStatus(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static BaseStatus ofCode(int code) {
        return Coded.ofCode(BaseStatus.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
