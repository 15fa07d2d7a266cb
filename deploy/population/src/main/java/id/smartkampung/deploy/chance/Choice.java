package id.smartkampung.deploy.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A distribution of the recipe: things with their weights, from which one is drawn. */
public final class Choice<T> {

    /** Percentages of the recipe have up to two decimals; multipliers add two more. */
    private static final int SCALE = 10_000;

    private final List<T> things = new ArrayList<>();
    private final List<Long> weights = new ArrayList<>();
    private int total;

    public Choice<T> with(T thing, double percent) {
        long weight = Math.round(percent * SCALE);
        things.add(thing);
        weights.add(weight);
        total = Math.toIntExact(total + weight);
        return this;
    }

    /** The same things, each weight multiplied. */
    public Choice<T> times(ToDoubleFunction<T> multiplier) {
        Choice<T> multiplied = new Choice<>();
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            multiplied.with(thing, (double) weights.get(i) / SCALE * multiplier.applyAsDouble(thing));
        }
        return multiplied;
    }

    public static <T> Choice<T> of(Map<T, Double> percents) {
        Choice<T> choice = new Choice<>();
        percents.forEach(choice::with);
        return choice;
    }

    public T draw(Random64 random) {
        int drawn = random.nextInt(total);
        for (int i = 0; i < things.size(); i++) {
            drawn -= Math.toIntExact(weights.get(i));
            if (drawn < 0) {
                return things.get(i);
            }
        }
        throw new IllegalStateException("weights add up to less than their total");
    }

    public List<T> things() {
        return things;
    }

    public long[] weights() {
        return weights.stream().mapToLong(Long::longValue).toArray();
    }
}
