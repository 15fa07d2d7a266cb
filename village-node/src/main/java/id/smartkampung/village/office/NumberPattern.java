package id.smartkampung.village.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the number of a letter is written: <code>{klasifikasi}/{urut}/{kode_unit}/{bulan_romawi}/{tahun}</code>. */
public final class NumberPattern {

    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SIGNS = Pattern.compile("[A-Za-z0-9 ./-]*");
    private static final int LONGEST = 100;
    private static final Set<String> WORDS =
            Set.of("klasifikasi", "urut", "urut3", "kode_unit", "bulan", "bulan_romawi", "tahun");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    private NumberPattern() {}

    /**
     * What is wrong with a pattern, as the end of a key of the texts; empty where nothing is.
     *
     * @param byClassification whether each classification is counted by itself
     */
    static Optional<String> problem(String pattern, String unitCode, boolean byClassification) {
        if (pattern == null || pattern.isBlank() || pattern.length() > LONGEST) {
            return Optional.of("pattern-missing");
        }
        Matcher words = WORD.matcher(pattern);
        while (words.find()) {
            if (!WORDS.contains(words.group(1))) {
                return Optional.of("pattern-word");
            }
        }
        if (!SIGNS.matcher(words.replaceAll("")).matches()) {
            return Optional.of("pattern-sign");
        }
        // without both, two letters could have one number
        boolean unique = (pattern.contains("{urut}") || pattern.contains("{urut3}")) && pattern.contains("{tahun}");
        if (!unique) {
            return Optional.of("pattern-unique");
        }
        if (byClassification && !pattern.contains("{klasifikasi}")) {
            return Optional.of("pattern-classification");
        }
        boolean unit = pattern.contains("{kode_unit}") && (unitCode == null || unitCode.isBlank());
        return unit ? Optional.of("pattern-unit") : Optional.empty();
    }

    public static String fill(String pattern, String classification, int sequence, String unitCode, LocalDate day) {
        String number = pattern.replace("{klasifikasi}", classification)
                .replace("{urut3}", String.format(Locale.ROOT, "%03d", sequence))
                .replace("{urut}", String.valueOf(sequence))
                .replace("{kode_unit}", unitCode == null ? "" : unitCode)
                .replace("{bulan_romawi}", ROMAN.get(day.getMonthValue() - 1))
                .replace("{bulan}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
                .replace("{tahun}", String.valueOf(day.getYear()));
        // a part that is empty leaves no slash behind
        return String.join(
                "/",
                Arrays.stream(number.split("/")).filter(part -> !part.isBlank()).toList());
    }
}
