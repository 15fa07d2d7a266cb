package id.smartkampung.web.account;

import java.util.Set;

/**
 * To what an account is bound within its role.
 *
 * @param areas a line for each {@code dusun|rw|rt}, an empty one of the three means all; null for the whole village
 * @param features codes of the parts of the program; null for all that the role may use
 */
public record Bounds(String areas, Set<String> features) {

    /** Neither to parts of the program nor to parts of the village. */
    public static final Bounds NONE = new Bounds(null, null);

    public Bounds {
        features = features == null ? null : Set.copyOf(features);
    }

    static Bounds of(String areas, String features) {
        return new Bounds(areas, features == null ? null : Set.of(features.split(",")));
    }

    public boolean admits(String feature) {
        return features == null || features.contains(feature);
    }

    public boolean isWhole() {
        return areas == null;
    }
}
