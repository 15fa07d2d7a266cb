package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The population of a place through a month: how many at its beginning, what came and went, how many at its end.
 *
 * <p>It is worked back from the register as it is now: the end of a month is the register without what came after it.
 * So each month opens as the one before closes, and the running month closes as the register counts.
 *
 * @param flows what came and went in the month by its kind; an undoing is taken off its kind
 */
public record Balance(
        Counts opening, Map<MutationKind, Counts> flows, Counts closing, Households before, Households after) {

    /** Heads of families, and all the others. */
    public record Households(long heads, long others) {

        static final Households NONE = new Households(0, 0);

        Households plus(Households more) {
            return new Households(heads + more.heads, others + more.others);
        }
    }

    /**
     * Works it out.
     *
     * @param now who counts in the register now
     * @param during what came and went in the month, by kind
     * @param since what came and went after it
     */
    static Balance of(
            Counts now,
            Map<MutationKind, Counts> during,
            Map<MutationKind, Counts> since,
            long headsBefore,
            long headsAfter) {
        Counts closing = now.minus(effect(since));
        Counts opening = closing.minus(effect(during));
        return new Balance(
                opening,
                during,
                closing,
                new Households(headsBefore, opening.total() - headsBefore),
                new Households(headsAfter, closing.total() - headsAfter));
    }

    /** By how much mutations changed the number of inhabitants. */
    static Counts effect(Map<MutationKind, Counts> flows) {
        Counts effect = Counts.NONE;
        for (Map.Entry<MutationKind, Counts> flow : flows.entrySet()) {
            effect = flow.getKey().isAdding() ? effect.plus(flow.getValue()) : effect.minus(flow.getValue());
        }
        return effect;
    }

    static Balance sum(Collection<Balance> parts) {
        Balance sum = new Balance(Counts.NONE, Map.of(), Counts.NONE, Households.NONE, Households.NONE);
        for (Balance part : parts) {
            Map<MutationKind, Counts> flows = new EnumMap<>(MutationKind.class);
            flows.putAll(sum.flows);
            part.flows.forEach((kind, counts) -> flows.merge(kind, counts, Counts::plus));
            sum = new Balance(
                    sum.opening.plus(part.opening),
                    flows,
                    sum.closing.plus(part.closing),
                    sum.before.plus(part.before),
                    sum.after.plus(part.after));
        }
        return sum;
    }

    public Counts born() {
        return flow(MutationKind.BIRTH);
    }

    public Counts died() {
        return flow(MutationKind.DEATH);
    }

    /** Who moved in, and who came back. */
    public Counts came() {
        return flow(MutationKind.ARRIVAL).plus(flow(MutationKind.RETURN));
    }

    /** Who moved out, and who is missing or went away. */
    public Counts left() {
        return flow(MutationKind.DEPARTURE).plus(flow(MutationKind.MISSING)).plus(flow(MutationKind.AWAY));
    }

    public Counts flow(MutationKind kind) {
        return flows.getOrDefault(kind, Counts.NONE);
    }
}
