package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;

/**
 * <i>Pekerjaan</i>: one of the 89 occupations of form F-1.01.
 *
 * <p>Not an enum: no rule of the product knows a single occupation, it only stores, shows and counts them.
 */
public record Occupation(int code) implements Coded, Comparable<Occupation> {

    private static final Map<Integer, String> LABELS = Labels.of(Occupation.class);

    public Occupation {
        if (!LABELS.containsKey(code)) {
            throw new IllegalArgumentException("Occupation has no code " + code);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Occupation ofCode(int code) {
        return new Occupation(code);
    }

    /** All occupations in the order of their codes. */
    public static List<Occupation> all() {
        return LABELS.keySet().stream().map(Occupation::new).toList();
    }

    @Override
    public String label() {
        return LABELS.get(code);
    }

    @Override
    public int compareTo(Occupation other) {
        return Integer.compare(code, other.code);
    }
}
