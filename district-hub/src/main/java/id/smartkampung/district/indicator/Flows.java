package id.smartkampung.district.indicator;

import id.smartkampung.model.change.MutationKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What happened to the people of an area, by the month of the books of its villages.
 *
 * @param year births, deaths, moves that hold, of the last twelve complete months
 * @param sinceThen by how many there are more now than at the end of these months
 * @param infantDeaths of the deaths of the year those of children below one; null where that was not asked
 */
public record Flows(Map<MutationKind, Long> year, long sinceThen, Long infantDeaths) {

    public Flows {
        year = Map.copyOf(year);
    }

    Flows plus(Flows other) {
        Map<MutationKind, Long> both = new EnumMap<>(MutationKind.class);
        both.putAll(year);
        other.year.forEach((kind, amount) -> both.merge(kind, amount, Long::sum));
        return new Flows(both, sinceThen + other.sinceThen, Counts.both(infantDeaths, other.infantDeaths));
    }

    public long of(MutationKind kind) {
        return year.getOrDefault(kind, 0L);
    }

    /** By how many there were more at the end of the year than at its beginning. */
    public long net() {
        return net(year);
    }

    /** By how many there are more after mutations. */
    public static long net(Map<MutationKind, Long> mutations) {
        return mutations.entrySet().stream()
                .mapToLong(entry -> entry.getKey().isAdding() ? entry.getValue() : -entry.getValue())
                .sum();
    }
}
