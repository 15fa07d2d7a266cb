package id.smartkampung.district.feed;

import java.util.regex.Pattern;

/**
 * Why somebody reads NIK, as a caller says it in the header {@value #HEADER}; without it numbers stay masked.
 *
 * @param code empty where none was given
 */
public record Purpose(String code) {

    public static final String HEADER = "Kampung-Purpose";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{2,63}");

    /** What does not look like the code of a purpose is none. */
    public static Purpose of(String header) {
        String code = header == null ? "" : header.strip();
        return new Purpose(FORM.matcher(code).matches() ? code : "");
    }

    public boolean isGiven() {
        return !code.isEmpty();
    }
}
