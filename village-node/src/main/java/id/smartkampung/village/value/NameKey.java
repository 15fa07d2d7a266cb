package id.smartkampung.village.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A name as the search knows it: spellings that people use for the same name fall together.
 *
 * <p>Case, diacritics, apostrophes, dots and spaces do not count, and Moh., Muh., Mochamad and their kin are one.
 *
 * @param value the folded name, for sorting
 */
public record NameKey(String value) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INSIDE_A_WORD = Pattern.compile("['’‘`´ʼʻ]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MUHAMMAD = Pattern.compile("m[ou](k|c)?h+(am+[ae][dt]|d)?");
    private static final Set<String> MUHAMMAD_SPELLINGS =
            Set.of("muhammad", "muhamad", "mohammad", "mohamad", "mochammad", "mochamad", "muchammad", "mokhamad");
    private static final Pattern AHMAD = Pattern.compile("a(c|k)?h+m[ae][dt]");

    public static NameKey of(String name) {
        return new NameKey(String.join(" ", words(name)));
    }

    private static List<String> words(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String joined = INSIDE_A_WORD.matcher(plain).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(joined)) {
            if (!word.isEmpty()) {
                words.add(folded(word));
            }
        }
        return words;
    }

    private static String folded(String word) {
        if (MUHAMMAD.matcher(word).matches()) {
            return "muhammad";
        }
        if (AHMAD.matcher(word).matches()) {
            return "ahmad";
        }
        return word;
    }

    /** The words, and each pair of neighbours written as one: so that "Nur Aini" is found as "Nuraini". */
    public String words() {
        String[] words = value.split(" ", -1);
        StringJoiner all = new StringJoiner(" ");
        all.add(value);
        for (int i = 1; i < words.length; i++) {
            all.add(words[i - 1] + words[i]);
        }
        return all.toString();
    }

    /**
     * What is asked of {@link #words()} when somebody types a name or its beginnings; empty when nothing can be asked.
     *
     * @return an expression for PostgreSQL's {@code to_tsquery('simple', …)}
     */
    public static String query(String typed) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return "";
        }
        StringJoiner either = new StringJoiner(" | ");
        either.add(allOf(words));
        for (int i = 1; i < words.size(); i++) {
            List<String> paired = new ArrayList<>(words);
            paired.set(i - 1, words.get(i - 1) + words.get(i));
            paired.remove(i);
            either.add(allOf(paired));
        }
        return either.toString();
    }

    private static String allOf(List<String> beginnings) {
        StringJoiner all = new StringJoiner(" & ", "(", ")");
        for (String beginning : beginnings) {
            all.add(isHalfTyped(beginning) ? "(" + beginning + ":* | muhammad)" : beginning + ":*");
        }
        return all.toString();
    }

    /** Somebody is in the midst of typing Mohammad: nobody is stored under that spelling. */
    private static boolean isHalfTyped(String word) {
        return word.length() >= 3 && MUHAMMAD_SPELLINGS.stream().anyMatch(spelling -> spelling.startsWith(word));
    }
}
