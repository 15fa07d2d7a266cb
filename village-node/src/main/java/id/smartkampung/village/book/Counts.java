package id.smartkampung.village.book;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many there are of each group. */
public record Counts(Map<Group, Long> byGroup) {

    public static final Counts NONE = new Counts(Map.of());

    static Counts of(Group group, long amount) {
        return new Counts(Map.of(group, amount));
    }

    public Counts plus(Counts other) {
        Map<Group, Long> sum = new EnumMap<>(Group.class);
        sum.putAll(byGroup);
        other.byGroup.forEach((group, amount) -> sum.merge(group, amount, Long::sum));
        return new Counts(sum);
    }

    public Counts minus(Counts other) {
        Map<Group, Long> difference = new EnumMap<>(Group.class);
        difference.putAll(byGroup);
        other.byGroup.forEach((group, amount) -> difference.merge(group, -amount, Long::sum));
        return new Counts(difference);
    }

    public long of(Group group) {
        return byGroup.getOrDefault(group, 0L);
    }

    public long total() {
        return byGroup.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those of whom the sex is not recorded, for whom the official forms have no column. */
    public long unknown() {
        return of(Group.UNKNOWN) + of(Group.FOREIGN_UNKNOWN);
    }

    /** In the order of the official columns. */
    public List<Long> official() {
        return Group.OFFICIAL.stream().map(this::of).toList();
    }

    /** Whether two say the same of each group, be it written as nought or not at all. */
    public boolean same(Counts other) {
        return minus(other).byGroup().values().stream().allMatch(amount -> amount == 0);
    }
}
