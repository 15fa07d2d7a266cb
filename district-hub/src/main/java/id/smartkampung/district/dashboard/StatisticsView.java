package id.smartkampung.district.dashboard;

import id.smartkampung.district.dashboard.StatisticsChoice.Order;
import id.smartkampung.district.indicator.Accuracy;
import id.smartkampung.district.indicator.Composition;
import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.Counts;
import id.smartkampung.district.indicator.Figure;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.indicator.Pyramid;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.web.time.Wib;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statistics of an area as they are told.
 *
 * @param monthsEnd whether they are those of the end of a month
 * @param included how many desa of the area they contain
 */
record StatisticsView(
        LocalDate asOf,
        boolean monthsEnd,
        Accuracy accuracy,
        long included,
        List<Line> lines,
        List<Bar> pyramid,
        Figure withoutAge,
        List<Part> parts,
        List<Month> months) {

    private static final int BAR = 180;
    private static final int HEIGHT = 18;
    private static final int LEFT = 190;
    private static final int TEXT = 12;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Wib.LOCALE);

    /** An indicator of the area, and of the other one if there is one. */
    public record Line(Indicator indicator, Figure figure, Figure other) {

        public String key(String word) {
            return indicator.key(word);
        }
    }

    /** A group of ages; how far its bars reach to both sides, and how high they stand. */
    public record Bar(int first, Integer last, Figure men, Figure women, long menWidth, long womenWidth, int y) {

        public long menX() {
            return LEFT - menWidth;
        }

        public int textY() {
            return y + TEXT;
        }
    }

    /** A line of the composition; no name where it is not recorded. */
    public record Part(String name, int code, Figure men, Figure women, Figure all, Figure share) {

        private BigDecimal number(Order order) {
            Figure figure = switch (order) {
                case CODE -> Figure.of(-code);
                case MEN -> men;
                case WOMEN -> women;
                case ALL -> all;
            };
            return figure.isTold() ? figure.value() : BigDecimal.ZERO;
        }
    }

    /** What happened in a month. */
    public record Month(YearMonth month, Figure births, Figure deaths, Figure arrivals, Figure departures) {

        public String name() {
            return MONTH.format(month);
        }
    }

    static StatisticsView of(
            StatisticsChoice choice,
            CountedAreas counted,
            boolean monthsEnd,
            Accuracy accuracy,
            Map<YearMonth, Map<MutationKind, Long>> months) {
        Counts counts = counted.of(choice.area());
        Counts other = choice.other() == null ? null : counted.of(choice.other());
        Pyramid pyramid = Pyramid.of(counts);
        return new StatisticsView(
                counted.asOf(),
                monthsEnd,
                accuracy,
                counted.included(choice.area()),
                Stream.of(Indicator.values())
                        .map(indicator -> new Line(
                                indicator,
                                accuracy.of(indicator, counts),
                                other == null ? null : accuracy.of(indicator, other)))
                        .toList(),
                bars(pyramid, accuracy),
                accuracy.of(pyramid.unknown()),
                parts(choice, counts, accuracy),
                months.entrySet().stream()
                        .map(month -> month(month.getKey(), month.getValue(), accuracy))
                        .toList());
    }

    private static List<Bar> bars(Pyramid pyramid, Accuracy accuracy) {
        List<Bar> bars = new ArrayList<>();
        for (Pyramid.Group group : pyramid.groups()) {
            Figure men = accuracy.of(group.men());
            Figure women = accuracy.of(group.women());
            bars.add(
                    0,
                    new Bar(
                            group.first(),
                            group.last(),
                            men,
                            women,
                            width(men, pyramid.most()),
                            width(women, pyramid.most()),
                            (pyramid.groups().size() - 1 - bars.size()) * HEIGHT));
        }
        return bars;
    }

    private static long width(Figure figure, long most) {
        return !figure.isTold() || most == 0
                ? 0
                : Math.min(BAR, BAR * figure.value().longValue() / most);
    }

    private static List<Part> parts(StatisticsChoice choice, Counts counts, Accuracy accuracy) {
        Composition composition = Composition.of(choice.trait(), counts.people());
        Comparator<Part> order =
                Comparator.comparing((Part part) -> part.number(choice.order())).reversed();
        return composition.rows().stream()
                .map(row -> new Part(
                        row.code() == null ? null : row.code().label(),
                        row.code() == null ? Integer.MAX_VALUE : row.code().code(),
                        accuracy.of(row.men()),
                        accuracy.of(row.women()),
                        accuracy.of(row.all()),
                        accuracy.share(row.all(), composition.all())))
                .sorted(order)
                .toList();
    }

    private static Month month(YearMonth month, Map<MutationKind, Long> kinds, Accuracy accuracy) {
        return new Month(
                month,
                accuracy.of(kinds.getOrDefault(MutationKind.BIRTH, 0L)),
                accuracy.of(kinds.getOrDefault(MutationKind.DEATH, 0L)),
                accuracy.of(kinds.getOrDefault(MutationKind.ARRIVAL, 0L)),
                accuracy.of(kinds.getOrDefault(MutationKind.DEPARTURE, 0L)));
    }

    public boolean isRounded() {
        return accuracy == Accuracy.ROUNDED;
    }

    public int height() {
        return pyramid.size() * HEIGHT;
    }
}
