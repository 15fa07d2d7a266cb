package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Asuransi kesehatan, membership of a health insurance</i>, by the official code of the ministry. */
public enum Insurance implements Coded {
    NONE(1),
    BPJS_ASSISTED(2),
    BPJS_PAYING(3),
    BPJS_REGIONAL(4),
    OTHER(99);

    private final int code;

    Insurance(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Insurance ofCode(int code) {
        return Coded.ofCode(Insurance.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
