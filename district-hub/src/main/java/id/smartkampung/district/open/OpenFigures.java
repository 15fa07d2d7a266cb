package id.smartkampung.district.open;

import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.CountsQueries;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.population.Trait;
import id.smartkampung.district.village.VisibleArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what figures for anybody are worked out of: what was counted at the end of the last month that was kept. */
@ApplicationScoped
class OpenFigures {

    private static final Set<Trait> TRAITS = Stream.of(Indicator.values())
            .flatMap(indicator -> indicator.traits().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final CountsQueries counts;
    private final OpenConfig config;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Optional.empty());

    OpenFigures(CountsQueries counts, OpenConfig config, Clock clock) {
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    /** What was read, good for a while. */
    private record Known(Instant until, Optional<CountedAreas> counted) {}

    /** Empty until the end of a month was kept: between two days the figures of few would tell who came. */
    Optional<CountedAreas> counted() {
        Instant now = clock.instant();
        Known found = known;
        if (!now.isBefore(found.until())) {
            found = new Known(now.plus(config.figuresKept()), counts.atTheLastMonthsEnd(VisibleArea.REGENCY, TRAITS));
            known = found;
        }
        return found.counted();
    }
}
