package id.smartkampung.village.dossier;

import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import java.util.List;

/** One kind of data of a person; cells are texts, numbers, days or instants, and null where there is nothing. */
public record Section(String title, List<String> headings, List<List<Object>> rows) {

    /** Its words are {@code dossier.<code>} and {@code dossier.<code>.columns} of the texts. */
    static Section of(String code, Texts texts, List<List<Object>> rows) {
        String key = "dossier." + code;
        return new Section(texts.of(key), List.of(texts.of(key + ".columns").split(";", -1)), rows);
    }

    static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
