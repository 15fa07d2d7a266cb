package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Status perekaman KTP-el</i>, by the official code of the ministry. */
public enum KtpRecording implements Coded {
    NOT_REQUIRED(1),
    NOT_RECORDED(2),
    RECORDED(3),
    CARD_PRINTED(4),
    PRINT_READY(5),
    CARD_SHIPPED(6),
    SENT_FOR_PRINTING(7),
    CARD_ISSUED(8);

    private final int code;

    KtpRecording(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static KtpRecording ofCode(int code) {
        return Coded.ofCode(KtpRecording.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
