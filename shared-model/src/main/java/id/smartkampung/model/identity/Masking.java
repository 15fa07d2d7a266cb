package id.smartkampung.model.identity;

/** The one function that masks the numbers of the population administration. */
final class Masking {

    private static final int LENGTH = 16;
    private static final int SHOWN = 6;

    private Masking() {}

    static String masked(String number) {
        return number.substring(0, SHOWN) + "•".repeat(LENGTH - SHOWN);
    }

    /** ASCII digits only: other scripts have digits too, and two of them must not name the same person. */
    static boolean isSixteenDigits(String text) {
        return text != null && text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
