package id.smartkampung.village.letter.number;

import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.text.PlainText;

/** Why a letter is given up, withdrawn or sent back: one line that the books and whoever verifies it can show. */
public final class GivenReason {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 500;

    private GivenReason() {}

    public static String of(String typed) {
        String reason = PlainText.line(typed);
        if (reason.isEmpty()) {
            throw new RefusedException(UNPROCESSABLE, "reason-missing");
        }
        if (reason.length() > LONGEST) {
            throw new RefusedException(UNPROCESSABLE, "reason-too-long", LONGEST);
        }
        return reason;
    }
}
