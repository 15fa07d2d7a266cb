package id.smartkampung.district.dashboard;

import id.smartkampung.district.dashboard.MapView.LegendEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Five classes of equal, round width that hold all values: {@code q1} the lowest, {@code q5} the highest. */
record Steps(long start, long width) {

    private static final int CLASSES = 5;

    static Steps of(List<Long> values) {
        if (values.isEmpty()) {
            return new Steps(0, 1);
        }
        long least = values.stream().mapToLong(Long::longValue).min().orElseThrow();
        long most = values.stream().mapToLong(Long::longValue).max().orElseThrow();
        long width = round((most - least) / CLASSES + 1);
        long start = Math.floorDiv(least, width) * width;
        while (start + width * CLASSES <= most) {
            width = round(width + 1);
            start = Math.floorDiv(least, width) * width;
        }
        return new Steps(start, width);
    }

    String colourOf(long value) {
        return "q" + (1 + Math.min(CLASSES - 1, Math.max(0, (value - start) / width)));
    }

    /** The classes from the lowest to the highest, those above the highest value left out. */
    List<LegendEntry> legend(Map<String, Long> amounts) {
        List<LegendEntry> legend = new ArrayList<>();
        for (int i = 1; i <= CLASSES; i++) {
            long from = start + width * (i - 1);
            legend.add(new LegendEntry("q" + i, from, from + width - 1, null, amounts.getOrDefault("q" + i, 0L)));
        }
        while (!legend.isEmpty() && legend.get(legend.size() - 1).amount() == 0) {
            legend.remove(legend.size() - 1);
        }
        return legend;
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on. */
    private static long round(long width) {
        for (long power = 1; ; power *= 10) {
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                if (step >= width) {
                    return step;
                }
            }
        }
    }
}
