package id.smartkampung.village.request;

import id.smartkampung.web.error.RefusedException;

/** Why a request cannot be taken. */
public enum Obstacle {
    APPLICANT_UNKNOWN("applicant-unknown"),
    APPLICANT_NOT_ALIVE("applicant-not-alive"),
    KIND_UNKNOWN("letter-kind-unknown"),
    CHANNEL_CLOSED("letter-channel");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    /** The same for an officer at a form. */
    RefusedException refusal() {
        return new RefusedException(code);
    }
}
