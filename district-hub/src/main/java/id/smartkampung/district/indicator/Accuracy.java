package id.smartkampung.district.indicator;

import id.smartkampung.district.indicator.Indicator.Unit;

/** How closely figures are told. */
public enum Accuracy {
    /** To those who may see persons. */
    EXACT,

    /**
     * To everybody else: numbers rounded to five, those below five hidden, none included. Each is rounded for itself, a
     * total too: the parts need not add up to it, and so nothing hidden can be worked out from a margin.
     */
    ROUNDED;

    private static final long STEP = 5;

    /** A median age of fewer is nearly that of somebody. */
    private static final long FEW = 30;

    /** A number of people, of families, of what happened. */
    public Figure of(long number) {
        if (this == EXACT) {
            return Figure.of(number);
        }
        return isSmall(number, 1) ? Figure.HIDDEN : Figure.of(rounded(number, 1));
    }

    /** A part of a whole in percent. */
    public Figure share(long part, long whole) {
        return of(Unit.PERCENT, new Ratio(part, whole));
    }

    /** An indicator; of a ratio both numbers are rounded before it is worked out. */
    public Figure of(Indicator indicator, Counts counts) {
        if (this == ROUNDED && indicator.unit() == Unit.YEARS && counts.aged(0, Counts.EVER) < FEW) {
            return Figure.OF_FEW;
        }
        return of(indicator.unit(), indicator.ratio(counts));
    }

    private Figure of(Unit unit, Ratio ratio) {
        if (this == ROUNDED && unit.isNumber()) {
            return of(ratio.numerator());
        }
        if (this == ROUNDED && unit.isOfPeople()) {
            long each = ratio.each();
            if (ratio.denominator() > 0 && (isSmall(ratio.numerator(), each) || isSmall(ratio.denominator(), each))) {
                return Figure.HIDDEN;
            }
            return told(unit, new Ratio(rounded(ratio.numerator(), each), rounded(ratio.denominator(), each), each));
        }
        return told(unit, ratio);
    }

    private static Figure told(Unit unit, Ratio ratio) {
        return unit.of(ratio).map(Figure::of).orElse(Figure.NONE);
    }

    /** Of a number in which everybody stands so often. */
    private static boolean isSmall(long number, long each) {
        return Math.abs(number) < STEP * each;
    }

    private static long rounded(long number, long each) {
        long step = STEP * each;
        return Math.round((double) number / step) * step;
    }
}
