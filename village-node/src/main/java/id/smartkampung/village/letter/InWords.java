package id.smartkampung.village.letter;

import id.smartkampung.web.text.Texts;

/** Writes a number of rupiah in words, as it stands behind the digits: seratus ribu rupiah. */
final class InWords {

    private static final long TEN = 10;
    private static final long TWENTY = 20;
    private static final long HUNDRED = 100;
    private static final long THOUSAND = 1000;

    private final String[] digits;

    /** What stands behind each group of three digits; nothing behind the last. */
    private final String[] powers;

    private final Texts texts;

    InWords(Texts texts) {
        this.texts = texts;
        this.digits = texts.of("number.digits").split(" ");
        this.powers = ("," + texts.of("number.powers")).split(",");
    }

    String rupiah(long amount) {
        return (amount == 0 ? digits[0] : words(amount)) + " " + texts.of("number.rupiah");
    }

    private String words(long number) {
        StringBuilder said = new StringBuilder();
        long unit = 1;
        for (int i = 1; i < powers.length; i++) {
            unit *= THOUSAND;
        }
        long rest = number;
        for (int power = powers.length - 1; power >= 0; power--) {
            long group = rest / unit;
            rest %= unit;
            unit /= THOUSAND;
            if (group == 0) {
                continue;
            }
            // a thousand is one word
            say(said, power == 1 && group == 1 ? texts.of("number.seribu") : below(group) + " " + powers[power]);
        }
        return said.toString();
    }

    /** Up to the hundreds; what is larger than a thousand billion billions is not written in letters. */
    private String below(long number) {
        StringBuilder said = new StringBuilder();
        long rest = number;
        if (rest >= THOUSAND) {
            return words(rest);
        }
        if (rest >= HUNDRED) {
            long hundreds = rest / HUNDRED;
            say(said, hundreds == 1 ? texts.of("number.seratus") : digit(hundreds) + " " + texts.of("number.ratus"));
            rest %= HUNDRED;
        }
        if (rest >= TWENTY) {
            say(said, digit(rest / TEN) + " " + texts.of("number.puluh"));
            rest %= TEN;
        } else if (rest > TEN + 1) {
            say(said, digit(rest - TEN) + " " + texts.of("number.belas"));
            rest = 0;
        } else if (rest >= TEN) {
            say(said, texts.of(rest == TEN ? "number.sepuluh" : "number.sebelas"));
            rest = 0;
        }
        if (rest > 0) {
            say(said, digit(rest));
        }
        return said.toString();
    }

    private String digit(long number) {
        return digits[(int) number];
    }

    private static void say(StringBuilder said, String words) {
        if (!said.isEmpty()) {
            said.append(' ');
        }
        said.append(words.strip());
    }
}
