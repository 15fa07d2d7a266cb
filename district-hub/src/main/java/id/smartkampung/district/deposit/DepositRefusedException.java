package id.smartkampung.district.deposit;

/** A backup is not taken or not given; the reason is for our log, the status for the village. */
class DepositRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int status;

    DepositRefusedException(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
