package id.smartkampung.web.verify;

import id.smartkampung.model.event.LetterRecorded;
import java.time.LocalDate;

/** What is said of a letter to whoever holds it. */
public enum Verdict {
    VALID,
    /** Genuine, and its last day is over. */
    EXPIRED,
    WITHDRAWN,
    /** It has a number and no signature. */
    UNSIGNED,
    /** Given up before it was signed. */
    CANCELLED,
    /** The village vouches for it, and what it says has not arrived here. */
    SEALED,
    UNKNOWN;

    static Verdict of(LetterRecorded letter, LocalDate today) {
        return switch (letter.state()) {
            case NUMBERED -> UNSIGNED;
            case CANCELLED -> CANCELLED;
            case WITHDRAWN -> WITHDRAWN;
            case SIGNED -> letter.validUntil() != null && letter.validUntil().isBefore(today) ? EXPIRED : VALID;
        };
    }
}
