package id.smartkampung.district.open;

import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.CountsQueries;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.open.OpenIndicatorResource.FigureList;
import id.smartkampung.district.open.OpenIndicatorResource.FigureView;
import id.smartkampung.district.population.Trait;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out figures for anybody, of what was counted at the end of the last month that was kept. */
@ApplicationScoped
class OpenFigures {

    /** Those that a month's end keeps: of what happens meanwhile a stranger would see each event that crosses a step. */
    static final List<Indicator> TOLD = Stream.of(Indicator.values())
            .filter(indicator -> !indicator.isOfAYear())
            .toList();

    private static final Set<Trait> TRAITS =
            TOLD.stream().flatMap(indicator -> indicator.traits().stream()).collect(Collectors.toUnmodifiableSet());

    private final CountsQueries counts;
    private final Remembered<Read> known;

    OpenFigures(CountsQueries counts, OpenConfig config, Clock clock) {
        this.counts = counts;
        this.known = new Remembered<>(this::read, config.figuresKept(), clock);
    }

    /**
     * What was read once, and each list that was worked out of it since.
     *
     * @param counted empty until the end of a month was kept: between two days the figures of few would tell who came
     */
    private record Read(Optional<CountedAreas> counted, Map<Indicator, FigureList> told) {}

    /** An indicator of all areas. */
    FigureList of(Indicator indicator) {
        Read read = known.get();
        return read.told().computeIfAbsent(indicator, wanted -> list(wanted, read.counted()));
    }

    private Read read() {
        return new Read(counts.atTheLastMonthsEnd(VisibleArea.REGENCY, TRAITS), new ConcurrentHashMap<>());
    }

    private static FigureList list(Indicator indicator, Optional<CountedAreas> counted) {
        return new FigureList(
                indicator.slug(),
                indicator.unit(),
                counted.map(CountedAreas::asOf).orElse(null),
                counted.map(areas -> items(indicator, areas)).orElse(List.of()));
    }

    private static List<FigureView> items(Indicator indicator, CountedAreas counted) {
        return Stream.concat(regency(), Stream.concat(Wilayah.kecamatan().stream(), Wilayah.desa().stream()))
                .filter(area -> counted.included(area.kode()) > 0)
                .map(area -> FigureView.of(area, indicator, counted))
                .toList();
    }

    private static Stream<Wilayah.Area> regency() {
        return Wilayah.desa().stream()
                .map(Wilayah.Area::kode)
                .map(KodeWilayah::kabupaten)
                .distinct()
                .flatMap(kode -> Wilayah.find(kode).stream());
    }
}
