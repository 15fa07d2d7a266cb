package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Kepemilikan KTP-el, whether the electronic identity card is held</i>, by the official code of the ministry. */
public enum KtpHolding implements Coded {
    NOT_YET(1),
    ELECTRONIC(2);

    private final int code;

    KtpHolding(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static KtpHolding ofCode(int code) {
        return Coded.ofCode(KtpHolding.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
