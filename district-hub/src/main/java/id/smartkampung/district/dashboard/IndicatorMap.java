package id.smartkampung.district.dashboard;

import id.smartkampung.district.indicator.Accuracy;
import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.Counts;
import id.smartkampung.district.indicator.Figure;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.text.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tile map coloured by an indicator. */
record IndicatorMap(
        String viewBox, List<TileView> tiles, String borders, List<TileMap.Label> labels, List<Legend> legend) {

    private static final String NOTHING = "q0";

    /** One tile; no figures where the desa has sent nothing. */
    public record TileView(
            TileMap.Tile tile,
            String name,
            String kecamatan,
            String colour,
            Figure figure,
            Figure people,
            int tabIndex) {}

    /** A colour, the figures that have it, and how many tiles; no text where there is no figure. */
    public record Legend(String colour, String text, long amount) {}

    static IndicatorMap of(Indicator indicator, Accuracy accuracy, CountedAreas counted, VisibleArea area) {
        List<TileMap.Tile> tiles = TileMap.tiles().stream()
                .filter(tile -> area.contains(tile.kode()))
                .toList();
        Map<KodeWilayah, Figure> figures = new HashMap<>();
        for (TileMap.Tile tile : tiles) {
            Counts counts = counted.desa().get(tile.kode());
            if (counts != null) {
                figures.put(tile.kode(), accuracy.of(indicator, counts));
            }
        }
        int decimals = figures.values().stream()
                .filter(Figure::isTold)
                .mapToInt(figure -> figure.value().scale())
                .max()
                .orElse(0);
        Steps steps = Steps.of(figures.values().stream()
                .filter(Figure::isTold)
                .map(figure -> whole(figure, decimals))
                .toList());
        List<TileView> views = new ArrayList<>();
        for (TileMap.Tile tile : tiles) {
            Figure figure = figures.get(tile.kode());
            views.add(new TileView(
                    tile,
                    MapView.nameOf(tile.kode()),
                    MapView.nameOf(tile.kode().kecamatan()),
                    figure == null || !figure.isTold() ? NOTHING : steps.colourOf(whole(figure, decimals)),
                    figure,
                    figure == null
                            ? null
                            : accuracy.of(Indicator.PEOPLE, counted.desa().get(tile.kode())),
                    views.isEmpty() ? 0 : -1));
        }
        Map<String, Long> amounts =
                views.stream().collect(Collectors.groupingBy(TileView::colour, Collectors.counting()));
        List<Legend> legend = new ArrayList<>(steps.legend(amounts).stream()
                .map(entry -> new Legend(
                        entry.colour(),
                        written(entry.from(), decimals) + " – " + written(entry.last(), decimals),
                        entry.amount()))
                .toList());
        if (amounts.containsKey(NOTHING)) {
            legend.add(new Legend(NOTHING, null, amounts.get(NOTHING)));
        }
        return new IndicatorMap(
                MapView.viewBox(tiles), views, TileMap.borders(tiles), TileMap.labels(tiles), List.copyOf(legend));
    }

    private static long whole(Figure figure, int decimals) {
        return figure.value().movePointRight(decimals).longValue();
    }

    private static String written(long whole, int decimals) {
        return Formats.asNumber(BigDecimal.valueOf(whole, decimals));
    }

    /** Whether it shows the whole regency. */
    public boolean isWhole() {
        return tiles.size() == Wilayah.desa().size();
    }

    public int side() {
        return TileMap.SIDE;
    }
}
