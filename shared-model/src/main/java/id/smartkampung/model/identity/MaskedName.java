package id.smartkampung.model.identity;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A name of which only who knows it reads all. */
public final class MaskedName {

    private MaskedName() {}

    /** S*** R******: of each word the first letter, and how long it is. */
    public static String of(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> {
                    int first = word.offsetByCodePoints(0, 1);
                    return word.substring(0, first) + "*".repeat(word.codePointCount(first, word.length()));
                })
                .collect(Collectors.joining(" "));
    }
}
