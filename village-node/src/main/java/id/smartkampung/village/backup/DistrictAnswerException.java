package id.smartkampung.village.backup;

import java.io.IOException;

/** The district was reached, and did not do what was asked. */
class DistrictAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int UNKNOWN = 403;
    private static final int TOO_LARGE = 413;

    private final int status;

    DistrictAnswerException(int status) {
        super("the district answers " + status);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether it refuses what it was given, and would take something else. */
    boolean isOfThisFile() {
        return status == TOO_LARGE;
    }

    /** The end of the key of the text that says why. */
    String trouble() {
        return switch (status) {
            case UNKNOWN -> "unknown";
            case TOO_LARGE -> "too-large";
            default -> "district";
        };
    }
}
