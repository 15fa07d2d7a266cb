package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letter types of this village, those in use kept at hand: {@code inject:letterTypes.name(kind)}. */
@Named("letterTypes")
@ApplicationScoped
public class LetterTypes {

    private Map<LetterKind, Current> current;
    private int saves;

    /** A type and the number of its version in use. */
    public record Current(LetterType type, int version) {}

    /** Types that may be asked for, in the order of the catalogue, the village's own behind. */
    public List<LetterType> offered() {
        return all().stream().map(Current::type).filter(LetterType::active).toList();
    }

    public List<Current> all() {
        return List.copyOf(known().values());
    }

    public Optional<Current> find(LetterKind kind) {
        return Optional.ofNullable(known().get(kind));
    }

    /** What a letter was made with, whatever the type has become since. */
    public Optional<LetterType> find(LetterKind kind, int version) {
        return find(kind)
                .filter(one -> one.version() == version)
                .map(Current::type)
                .or(() -> LetterTypeVersion.find(kind, version).map(LetterTypeVersion::type));
    }

    /** Name of a type; its code where nobody knows it. */
    public String name(LetterKind kind) {
        return find(kind).map(one -> one.type().name()).orElse(kind.code());
    }

    /** Called behind the commit of a save, so that what is read next is what was saved. */
    synchronized void forget() {
        saves++;
        current = null;
    }

    private Map<LetterKind, Current> known() {
        int before;
        synchronized (this) {
            if (current != null) {
                return current;
            }
            before = saves;
        }
        Map<LetterKind, Current> read = read();
        synchronized (this) {
            // somebody may have saved while this was read
            if (before == saves) {
                current = read;
            }
        }
        return read;
    }

    private static Map<LetterKind, Current> read() {
        List<LetterKind> order = new ArrayList<>(LetterCatalogue.types().keySet());
        Map<LetterKind, Current> types = new LinkedHashMap<>();
        LetterTypeVersion.listCurrent().stream()
                .sorted(Comparator.comparing((LetterTypeVersion row) -> place(order, row.kind))
                        .thenComparing(row -> row.kind))
                .forEach(row -> types.put(row.kind, new Current(row.type(), row.version)));
        return Collections.unmodifiableMap(types);
    }

    private static int place(List<LetterKind> order, LetterKind kind) {
        int place = order.indexOf(kind);
        return place < 0 ? order.size() : place;
    }
}
