package id.smartkampung.district.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number as it was worked out, before it is rounded: one whole number over another.
 *
 * @param each how often everybody stands in both; what is rounded and what is hidden are people
 */
public record Ratio(long numerator, long denominator, long each) {

    /** What cannot be said, for want of an input. */
    static final Ratio NONE = new Ratio(0, 0);

    public Ratio(long numerator, long denominator) {
        this(numerator, denominator, 1);
    }

    static Ratio whole(long number) {
        return new Ratio(number, 1);
    }

    /** Times a scale, rounded half up; empty where there is nothing to divide by. */
    public Optional<BigDecimal> times(long scale, int decimals) {
        if (denominator <= 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(scale))
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
    }
}
