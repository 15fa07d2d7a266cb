package id.smartkampung.district.outgoing;

/** An address that this hub does not call. */
public final class ForbiddenAddressException extends Exception {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** It cannot be read, or is none of https. */
        FORM,
        PORT,
        /** Its name has no address now. */
        UNKNOWN,
        /** It leads into a network that is not of the open internet. */
        INNER
    }

    ForbiddenAddressException(Why why) {
        super("this address is not called: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
