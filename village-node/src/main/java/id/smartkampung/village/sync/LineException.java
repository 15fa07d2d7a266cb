package id.smartkampung.village.sync;

/** The broker cannot be reached or used now; the normal case of a village, tried again later. */
public class LineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why the line is of no use. */
    public enum Reason {
        /** No answer: the line, the broker or its address. */
        NO_BROKER,
        /** The district has not made the topics of this village yet. */
        NO_TOPIC,
        /** This server has not joined a district yet. */
        NOT_JOINED,
        /** A certificate is not valid now: by all experience the clock of this server is wrong. */
        CLOCK,
        /** The broker knows us not, or does not let us. */
        REFUSED
    }

    LineException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
