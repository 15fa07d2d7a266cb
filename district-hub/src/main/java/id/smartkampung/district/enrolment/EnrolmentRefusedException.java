package id.smartkampung.district.enrolment;

/** Somebody may not join; the reason is for our log and never for them. */
class EnrolmentRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EnrolmentRefusedException(String reason) {
        super(reason);
    }
}
