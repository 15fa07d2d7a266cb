package id.smartkampung.district.parking;

import id.smartkampung.web.error.RefusedException;

/** What a person writes before something is done that others must be able to understand later. */
final class Reason {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;
    private static final int UNPROCESSABLE = 422;

    private Reason() {}

    static String of(String text) {
        String reason = text.strip();
        if (reason.length() < SHORTEST) {
            throw new RefusedException(UNPROCESSABLE, "parking.reason-missing");
        }
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    }
}
