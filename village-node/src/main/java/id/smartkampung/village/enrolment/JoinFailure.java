package id.smartkampung.village.enrolment;

/** This server could not join; what a person is told of it. */
public class JoinFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, each with a text {@code join.<reason>}. */
    public enum Reason {
        /** The code was typed wrong. */
        CODE,
        /** That is no address of a hub. */
        ADDRESS,
        /** The address is not encrypted, and lies not on this machine. */
        OPEN_LINE,
        /** Who answers is not the one who gave the code. */
        OTHER_HUB,
        /** The certificate is not valid now: the clock. */
        CLOCK,
        /** Nobody answers. */
        SILENCE,
        /** The code is used, expired, withdrawn or that of another village. */
        REFUSED,
        /** Too many attempts. */
        TOO_MANY,
        /** The hub cannot do it now. */
        LATER
    }

    JoinFailure(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    JoinFailure(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
