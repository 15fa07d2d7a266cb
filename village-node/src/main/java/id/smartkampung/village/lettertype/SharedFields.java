package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters made with one filling-in ask once for a field of one name, so it must be the same in all of them. */
final class SharedFields {

    private SharedFields() {}

    /** Two letters made together that mean different things by one name. */
    record Clash(String field, LetterKind one, LetterKind other) {}

    /** A clash of a type with those that it is made with, be it the main letter or one made alongside. */
    static Optional<Clash> find(LetterType saved, Collection<LetterType> known) {
        Map<LetterKind, LetterType> types = new LinkedHashMap<>();
        known.forEach(type -> types.put(type.kind(), type));
        types.put(saved.kind(), saved);
        return types.values().stream()
                .filter(main -> main.equals(saved) || main.alongside().contains(saved.kind()))
                .flatMap(main -> within(together(main, types)).stream())
                .findFirst();
    }

    private static List<LetterType> together(LetterType main, Map<LetterKind, LetterType> types) {
        List<LetterType> together = new ArrayList<>(List.of(main));
        main.alongside().stream().filter(types::containsKey).map(types::get).forEach(together::add);
        return together;
    }

    private static Optional<Clash> within(List<LetterType> letters) {
        Map<String, LetterField> fields = new HashMap<>();
        Map<String, LetterKind> owners = new HashMap<>();
        for (LetterType letter : letters) {
            for (LetterField field : letter.fields()) {
                LetterField first = fields.putIfAbsent(field.name(), field);
                LetterKind owner = owners.putIfAbsent(field.name(), letter.kind());
                boolean same = first == null
                        || (first.kind() == field.kind() && first.options().equals(field.options()));
                if (!same) {
                    return Optional.of(new Clash(field.name(), owner, letter.kind()));
                }
            }
        }
        return Optional.empty();
    }
}
