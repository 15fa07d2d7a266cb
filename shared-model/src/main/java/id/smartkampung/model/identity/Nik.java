package id.smartkampung.model.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * <i>Nomor Induk Kependudukan</i>: the 16 digits that identify one resident for life.
 *
 * <p>Sixteen ASCII digits and no more is asked of it: it never changes after a corrected birth date or sex, so nothing
 * is inferred from it.
 */
public record Nik(@JsonValue String value) {

    private static final Pattern WITHIN = Pattern.compile("(?<!\\d)\\d{16}(?!\\d)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Nik {
        if (!Masking.isSixteenDigits(value)) {
            throw new IllegalArgumentException("a NIK has exactly 16 digits");
        }
    }

    public static boolean isValid(String text) {
        return Masking.isSixteenDigits(text);
    }

    /** The only way a NIK is shown by default: the area digits, nothing of the birth date or the serial. */
    public String masked() {
        return Masking.masked(value);
    }

    /** A text in which every number that may be a NIK is masked, but one's own; own is null where nobody's is shown. */
    public static String covered(String text, Nik own) {
        return WITHIN.matcher(text).replaceAll(found -> {
            Nik nik = new Nik(found.group());
            return nik.equals(own) ? nik.value() : nik.masked();
        });
    }

    /** Masked, so that a log line or a stack trace never shows it whole. */
    @Override
    public String toString() {
        return masked();
    }
}
