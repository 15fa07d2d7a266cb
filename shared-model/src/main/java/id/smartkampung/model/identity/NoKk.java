package id.smartkampung.model.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * <i>Nomor Kartu Keluarga</i>: the 16 digits on the card of one family.
 *
 * <p>Sixteen ASCII digits and no more is asked of it: it never changes after a corrected birth date or sex, so nothing
 * is inferred from it.
 */
public record NoKk(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoKk {
        if (!Masking.isSixteenDigits(value)) {
            throw new IllegalArgumentException("a No. KK has exactly 16 digits");
        }
    }

    public static boolean isValid(String text) {
        return Masking.isSixteenDigits(text);
    }

    /** The only way a No. KK is shown by default: the area digits, nothing of the date or the serial. */
    public String masked() {
        return Masking.masked(value);
    }

    /** Masked, so that a log line or a stack trace never shows it whole. */
    @Override
    public String toString() {
        return masked();
    }
}
