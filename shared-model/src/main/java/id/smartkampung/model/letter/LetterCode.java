package id.smartkampung.model.letter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code by which a letter is looked up by whoever holds it: 128 random bits, so that nobody finds one by trying. */
public record LetterCode(@JsonValue String value) {

    private static final int BITS = 128;
    private static final int BITS_OF_LETTER = 5;
    private static final int LETTERS = (BITS + BITS_OF_LETTER - 1) / BITS_OF_LETTER;
    private static final int GROUP = 4;

    /** Crockford's base 32: no I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LETTERS + "}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LetterCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a code has " + LETTERS + " letters of its alphabet");
        }
    }

    public static LetterCode random(SecureRandom random) {
        BigInteger bits = new BigInteger(BITS, random);
        StringBuilder letters = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--) {
            int digit = bits.shiftRight(i * BITS_OF_LETTER).intValue() & (ALPHABET.length() - 1);
            letters.append(ALPHABET.charAt(digit));
        }
        return new LetterCode(letters.toString());
    }

    /** Reads what a person typed, with or without groups; empty when it can be no code. */
    public static Optional<LetterCode> parse(String typed) {
        String letters = typed == null
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return FORM.matcher(letters).matches() ? Optional.of(new LetterCode(letters)) : Optional.empty();
    }

    /** In groups, as it stands on paper. */
    public String grouped() {
        return value.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return value;
    }
}
