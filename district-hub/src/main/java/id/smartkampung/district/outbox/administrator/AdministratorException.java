package id.smartkampung.district.outbox.administrator;

/** The administrator of the broker is not changed, and everything is as it was. */
class AdministratorException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Object[] details;

    /** Why not. */
    enum Reason {
        /** The settings name no user at the broker. */
        NO_USER,
        /** The broker does not answer. */
        AWAY,
        /** The broker does not take the credential, or the user may not make users. */
        REFUSED,
        /** The other administrator is still there: the change before was not ended. */
        NOT_ENDED,
        /** The other administrator is none: the brokers do not name it among their super users. */
        NO_SUPER_USER,
        /** The file is there already. */
        EXISTS,
        /** The file cannot be written. */
        NO_FILE,
        /** Who is to be ended is the one that the settings use, or no administrator of ours. */
        OTHER_NAME,
        /** Who is to be ended is not there. */
        NOT_THERE
    }

    AdministratorException(Reason reason, Object... details) {
        super(reason.name());
        this.reason = reason;
        this.details = details;
    }

    AdministratorException(Reason reason, Throwable cause, Object... details) {
        super(reason.name(), cause);
        this.reason = reason;
        this.details = details;
    }

    Reason reason() {
        return reason;
    }

    Object[] details() {
        return details.clone();
    }
}
