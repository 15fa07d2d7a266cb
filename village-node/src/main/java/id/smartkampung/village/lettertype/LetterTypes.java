package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The letter types of this village, those in use kept at hand: {@code inject:letterTypes.name(kind)}. */
@Named("letterTypes")
@ApplicationScoped
public class LetterTypes {

    private Known current;
    private int saves;

    /** A type and the number of its version in use. */
    public record Current(LetterType type, int version) {}

    /** All that is kept at hand: the types in use, and how each version since its day promised to be ready in time. */
    private record Known(Map<LetterKind, Current> types, Map<LetterKind, NavigableMap<Instant, Duration>> targets) {}

    /** Types that may be asked for, in the order of the catalogue, the village's own behind. */
    public List<LetterType> offered() {
        return all().stream().map(Current::type).filter(LetterType::active).toList();
    }

    public List<Current> all() {
        return List.copyOf(known().types().values());
    }

    public Optional<Current> find(LetterKind kind) {
        return Optional.ofNullable(known().types().get(kind));
    }

    /** What a letter was made with, whatever the type has become since. */
    public Optional<LetterType> find(LetterKind kind, int version) {
        return find(kind)
                .filter(one -> one.version() == version)
                .map(Current::type)
                .or(() -> LetterTypeVersion.find(kind, version).map(LetterTypeVersion::type));
    }

    /**
     * Working time within which a letter asked for at that moment should be ready: by the version that was in use then,
     * or the first one that is known. Empty where nobody knows the type.
     */
    public Optional<Duration> target(LetterKind kind, Instant askedAt) {
        NavigableMap<Instant, Duration> versions = known().targets().get(kind);
        if (versions == null) {
            return Optional.empty();
        }
        Map.Entry<Instant, Duration> then = versions.floorEntry(askedAt);
        return Optional.of(then == null ? versions.firstEntry().getValue() : then.getValue());
    }

    public boolean isConfidential(LetterKind kind) {
        return find(kind).map(one -> one.type().confidential()).orElse(false);
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

    private Known known() {
        int before;
        synchronized (this) {
            if (current != null) {
                return current;
            }
            before = saves;
        }
        Known read = read();
        synchronized (this) {
            // somebody may have saved while this was read
            if (before == saves) {
                current = read;
            }
        }
        return read;
    }

    private static Known read() {
        List<LetterKind> order = new ArrayList<>(LetterCatalogue.types().keySet());
        Map<LetterKind, Current> types = new LinkedHashMap<>();
        Map<LetterKind, NavigableMap<Instant, Duration>> targets = new HashMap<>();
        LetterTypeVersion.listInOrder().stream()
                .sorted(Comparator.comparing((LetterTypeVersion row) -> place(order, row.kind))
                        .thenComparing(row -> row.kind))
                .forEach(row -> {
                    LetterType type = row.type();
                    types.put(row.kind, new Current(type, row.version));
                    targets.computeIfAbsent(row.kind, kind -> new TreeMap<>())
                            .put(row.savedAt, Duration.ofMinutes(type.targetMinutes()));
                });
        return new Known(Collections.unmodifiableMap(types), targets);
    }

    private static int place(List<LetterKind> order, LetterKind kind) {
        int place = order.indexOf(kind);
        return place < 0 ? order.size() : place;
    }
}
