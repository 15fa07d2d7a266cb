package id.smartkampung.model.log;

import java.util.HexFormat;
import java.util.UUID;

/** The one spelling of what stands in an event; anything else is an {@link IllegalArgumentException}. */
final class Spelling {

    private static final int UUID_LENGTH = 36;
    private static final int SEQUENCE_DIGITS = 20;

    private Spelling() {}

    static String sequence(long sequence) {
        String digits = Long.toString(sequence);
        return "0".repeat(SEQUENCE_DIGITS - digits.length()) + digits;
    }

    static long sequence(String text) {
        require(text.length() == SEQUENCE_DIGITS && areDigits(text), "a sequence has 20 digits");
        long sequence = Long.parseLong(text);
        require(sequence >= 1, "sequences begin with 1");
        return sequence;
    }

    static int epoch(String text) {
        require(areDigits(text) && !text.startsWith("0"), "epochs are numbers and begin with 1");
        return Integer.parseInt(text);
    }

    /** Small letters and hyphens in their places (RFC 9562). */
    static UUID uuid(String text) {
        boolean shaped = text.length() == UUID_LENGTH
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
        require(shaped && !hasCapitals(text), "a UUID has 36 characters without capitals");
        return UUID.fromString(text);
    }

    static Hash hash(String text) {
        require(!hasCapitals(text), "a hash has no capitals");
        return Hash.ofHex(text);
    }

    static byte[] salt(String text) {
        require(!hasCapitals(text), "a salt has no capitals");
        byte[] salt = HexFormat.of().parseHex(text);
        require(salt.length == Envelope.SALT_LENGTH, "a salt has 16 bytes");
        return salt;
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCapitals(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'F') {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean asWritten, String form) {
        if (!asWritten) {
            throw new IllegalArgumentException(form);
        }
    }
}
