package id.smartkampung.model.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One thing that a letter says and that whoever verifies it compares with the paper; never about a person.
 *
 * <p>Both databases keep the facts of a letter as one text, a line for each with a tab in it, so that a proof compares
 * them as they stand.
 */
public record LetterFact(String label, String value) {

    private static final String TAB = "\t";
    private static final String LINE = "\n";

    public LetterFact {
        label = oneLine(Objects.requireNonNull(label, "label"));
        value = oneLine(Objects.requireNonNull(value, "value"));
    }

    /** The facts as a database keeps them. */
    public static String text(List<LetterFact> facts) {
        return facts.stream().map(fact -> fact.label + TAB + fact.value).collect(Collectors.joining(LINE));
    }

    /** The facts that a database keeps. */
    public static List<LetterFact> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(LINE, -1)).map(LetterFact::ofLine).toList();
    }

    private static LetterFact ofLine(String line) {
        int tab = line.indexOf(TAB);
        return tab < 0 ? new LetterFact(line, "") : new LetterFact(line.substring(0, tab), line.substring(tab + 1));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
