package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.volume.Visit;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long pages took, by their kind; one that did not come counts as refused and not as fast. */
final class PageTimes {

    /** No kind of page may take longer in 95 of a hundred cases. */
    static final int AIM_MILLIS = 200;

    private final Map<String, Percentiles> byKind = new TreeMap<>();
    private final Percentiles all;
    private final List<String> refused;

    PageTimes(Collection<Visit> visits) {
        List<Visit> came =
                visits.stream().filter(visit -> visit.refused() == null).toList();
        came.stream()
                .collect(Collectors.groupingBy(Visit::kind))
                .forEach((kind, ofKind) -> byKind.put(kind, percentiles(ofKind)));
        all = percentiles(came);
        refused = visits.stream()
                .map(Visit::refused)
                .filter(why -> why != null)
                .distinct()
                .sorted()
                .toList();
    }

    Percentiles all() {
        return all;
    }

    int kinds() {
        return byKind.size();
    }

    /** Which pages did not come, and why. */
    List<String> refused() {
        return refused;
    }

    /** How many kinds of pages are slower than they may be. */
    long overAim() {
        return byKind.values().stream()
                .filter(kind -> kind.at(0.95) > AIM_MILLIS)
                .count();
    }

    /** Kinds of pages with their 95th percentile in milliseconds, the slowest first. */
    List<String> slowest(int count) {
        return byKind.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Percentiles> kind) ->
                                kind.getValue().at(0.95))
                        .reversed())
                .limit(count)
                .map(kind -> String.format(
                        Locale.ROOT, "%s %.0f", kind.getKey(), kind.getValue().at(0.95)))
                .toList();
    }

    /** A line for each kind. */
    void print(Duration think, PrintStream out) {
        byKind.forEach((kind, times) -> Figure.of("volume-page")
                .with("thinkMillis", think.toMillis())
                .with("page", kind)
                .with("visits", times.count())
                .with("p50Ms", times.at(0.50))
                .with("p95Ms", times.at(0.95))
                .with("p99Ms", times.at(0.99))
                .print(out));
    }

    private static Percentiles percentiles(Collection<Visit> visits) {
        return new Percentiles(visits.stream().mapToDouble(Visit::millis).toArray());
    }
}
