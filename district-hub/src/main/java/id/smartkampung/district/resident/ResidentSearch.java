package id.smartkampung.district.resident;

import id.smartkampung.model.identity.Nik;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who is looked for: by NIK or by parts of the name, in the whole regency or in one village. */
public record ResidentSearch(String q, String node) {

    private static final int WORDS = 6;

    /** A NIK, if what was typed is one; blanks between its digits do not matter. */
    String nik() {
        String digits = q.replaceAll("[\\s.-]", "");
        return Nik.isValid(digits) ? digits : null;
    }

    /** The words of a name as patterns, folded as the query folds the names. */
    String[] patterns() {
        if (nik() != null) {
            return new String[0];
        }
        List<String> words = Arrays.stream(folded().split("\\s+", WORDS))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream()
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    public boolean isEmpty() {
        return q.isBlank() && node.isBlank();
    }

    private String folded() {
        return q.strip().toLowerCase(Locale.ROOT).replaceAll("['`’.-]", "");
    }
}
