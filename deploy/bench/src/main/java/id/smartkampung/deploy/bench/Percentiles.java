package id.smartkampung.deploy.bench;

import java.util.Arrays;

/** Percentiles of measured times by the nearest rank. */
final class Percentiles {

    private final double[] sorted;

    Percentiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The value below or at which a share of all values lies, or NaN when nothing was measured. */
    double at(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    int count() {
        return sorted.length;
    }
}
