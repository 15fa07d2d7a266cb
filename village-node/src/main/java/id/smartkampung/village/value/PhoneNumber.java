package id.smartkampung.village.value;

import java.util.regex.Pattern;

/** Telephone numbers as they are stored and searched: digits only, beginning with 0 inside the country. */
public final class PhoneNumber {

    private static final Pattern SIGNS = Pattern.compile("[\\s().\\-]");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{5,15}");

    private PhoneNumber() {}

    /** The number in its stored form; what is no number at all stays as it was typed. */
    public static String normal(String typed) {
        String digits = SIGNS.matcher(typed).replaceAll("");
        if (!NUMBER.matcher(digits).matches()) {
            return typed.strip();
        }
        if (digits.startsWith("+62")) {
            return "0" + digits.substring(3);
        }
        if (digits.startsWith("62")) {
            return "0" + digits.substring(2);
        }
        return digits;
    }

    /** The number with its middle covered, as on {@code 0812••••••47}. */
    public static String masked(String number) {
        if (number.length() < 8) {
            return "•".repeat(number.length());
        }
        return number.substring(0, 4) + "•".repeat(number.length() - 6) + number.substring(number.length() - 2);
    }
}
