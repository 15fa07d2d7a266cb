package id.smartkampung.village.importer.row;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cells as people leave them behind: marks of spreadsheets, stray spaces, numbers that were meant as text. */
final class CellText {

    private static final int LONGEST_SHOWN = 40;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Zs}\\ufeff\\u200b]+");
    private static final Pattern TEXT_MARK = Pattern.compile("^['`\u2018\u2019]+");
    private static final Pattern DASHES = Pattern.compile("[-\u2013\u2014]+");
    private static final Pattern ZEROS = Pattern.compile("0+([.,]0+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");

    private CellText() {}

    /** One form of each letter, no control characters, single spaces. */
    static String cleaned(String cell) {
        String composed = Normalizer.normalize(cell, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    /** The apostrophe that tells a spreadsheet to leave digits alone is not part of them. */
    static String withoutTextMark(String text) {
        return TEXT_MARK.matcher(text).replaceFirst("").strip();
    }

    /** Neither an empty cell nor a dash tells anything. */
    static boolean isNone(String text) {
        return text.isEmpty() || isDash(text);
    }

    static boolean isDash(String text) {
        return DASHES.matcher(text).matches();
    }

    static boolean isZero(String text) {
        return ZEROS.matcher(text).matches();
    }

    /** The digits of a number cell, written out; text that is no number stays as it is. */
    static String plainNumber(String text) {
        if (text.length() > 40) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // An exponent of a million would be a million digits.
            if (Math.abs((long) number.scale()) > 40) {
                return text;
            }
            BigDecimal whole = number.stripTrailingZeros();
            return whole.scale() <= 0 ? whole.toPlainString() : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** The first six places, the rest hidden, whatever it is. */
    static String masked(String text) {
        int length = Math.min(text.length(), LONGEST_SHOWN);
        return text.substring(0, Math.min(6, length)) + "•".repeat(Math.max(0, length - 6));
    }

    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
