package id.smartkampung.village.letter;

import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.web.error.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The letters that one filling-in may give: the one that was asked for, and those made alongside. */
record Bundle(LetterTypes.Current main, List<LetterTypes.Current> alongside) {

    static Bundle of(LetterKind kind, LetterTypes types) {
        LetterTypes.Current main = types.find(kind).orElseThrow(() -> new RefusedException("letter-kind-unknown"));
        List<LetterTypes.Current> alongside = main.type().alongside().stream()
                .flatMap(other -> types.find(other).stream())
                .filter(other -> other.type().active())
                .toList();
        return new Bundle(main, alongside);
    }

    List<LetterTypes.Current> all() {
        List<LetterTypes.Current> all = new ArrayList<>(alongside);
        all.add(0, main);
        return all;
    }

    /** The main letter and those of the others that were chosen. */
    List<LetterTypes.Current> chosen(Set<LetterKind> kinds) {
        return all().stream()
                .filter(one -> one.equals(main) || kinds.contains(one.type().kind()))
                .toList();
    }

    /** A field that several letters ask for is asked once, by the first. */
    static Map<String, LetterField> fields(List<LetterTypes.Current> letters) {
        Map<String, LetterField> fields = new LinkedHashMap<>();
        for (LetterTypes.Current letter : letters) {
            letter.type().fields().forEach(field -> fields.putIfAbsent(field.name(), field));
        }
        return fields;
    }

    static Set<String> required(List<LetterTypes.Current> letters) {
        Set<String> names = new LinkedHashSet<>();
        for (LetterTypes.Current letter : letters) {
            letter.type().fields().stream().filter(LetterField::required).forEach(field -> names.add(field.name()));
        }
        return names;
    }
}
