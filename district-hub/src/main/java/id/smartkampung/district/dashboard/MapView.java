package id.smartkampung.district.dashboard;

import id.smartkampung.district.overview.Overview;
import id.smartkampung.district.overview.VillageLine;
import id.smartkampung.district.status.Tones;
import id.smartkampung.district.status.VillageState;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tile map as it is drawn: one tile per desa, coloured by what was chosen. */
record MapView(
        MapContent content,
        String viewBox,
        List<TileView> tiles,
        String borders,
        List<TileMap.Label> labels,
        List<LegendEntry> legend) {

    private static final String NOT_JOINED = "q0";
    private static final int MARGIN = 4;

    /** One tile; no village where the desa has not joined. */
    public record TileView(
            TileMap.Tile tile, String name, String kecamatan, String colour, VillageLine village, int tabIndex) {

        /** Whether the value is older than what a connected village would show. */
        public boolean isStale() {
            return village != null && village.isOffline();
        }
    }

    /** A colour and what it stands for: from a number to another, a state, or nothing joined; amount of tiles of it. */
    public record LegendEntry(String colour, Long from, Long last, VillageState state, long amount) {}

    static MapView of(MapContent content, Overview overview, VisibleArea area) {
        Map<KodeWilayah, VillageLine> villages = overview.villages().stream()
                .collect(Collectors.toMap(line -> line.status().desa(), Function.identity(), (first, second) -> first));
        List<TileMap.Tile> tiles = TileMap.tiles().stream()
                .filter(tile -> area.contains(tile.kode()))
                .toList();
        Steps steps = Steps.of(villages.values().stream().map(content::valueOf).toList());
        // The map is one stop of the tab key, from which the arrows lead on.
        TileMap.Tile stop = tiles.stream()
                .filter(tile -> villages.containsKey(tile.kode()))
                .findFirst()
                .orElse(tiles.isEmpty() ? null : tiles.get(0));
        List<TileView> views = new ArrayList<>();
        for (TileMap.Tile tile : tiles) {
            VillageLine village = villages.get(tile.kode());
            views.add(new TileView(
                    tile,
                    nameOf(tile.kode()),
                    nameOf(tile.kode().kecamatan()),
                    colourOf(content, village, steps),
                    village,
                    tile.equals(stop) ? 0 : -1));
        }
        return new MapView(
                content,
                viewBox(tiles),
                views,
                TileMap.borders(tiles),
                TileMap.labels(tiles),
                legend(content, views, steps));
    }

    private static String colourOf(MapContent content, VillageLine village, Steps steps) {
        if (village == null) {
            return NOT_JOINED;
        }
        return content == MapContent.STATE
                ? "t-" + Tones.tone(village.status().state())
                : steps.colourOf(content.valueOf(village));
    }

    private static List<LegendEntry> legend(MapContent content, List<TileView> tiles, Steps steps) {
        Map<String, Long> amounts =
                tiles.stream().collect(Collectors.groupingBy(TileView::colour, Collectors.counting()));
        List<LegendEntry> legend = new ArrayList<>();
        if (content == MapContent.STATE) {
            for (VillageState state : VillageState.values()) {
                long amount = tiles.stream()
                        .filter(tile -> tile.village() != null
                                && tile.village().status().state() == state)
                        .count();
                if (amount > 0 || state == VillageState.IN_SYNC) {
                    legend.add(0, new LegendEntry("t-" + Tones.tone(state), null, null, state, amount));
                }
            }
        } else {
            legend.addAll(steps.legend(amounts));
        }
        if (amounts.containsKey(NOT_JOINED)) {
            legend.add(new LegendEntry(NOT_JOINED, null, null, null, amounts.get(NOT_JOINED)));
        }
        return legend;
    }

    static String viewBox(List<TileMap.Tile> tiles) {
        int left = tiles.stream().mapToInt(TileMap.Tile::x).min().orElse(0) - MARGIN;
        int top = tiles.stream().mapToInt(TileMap.Tile::y).min().orElse(0) - MARGIN;
        int right = tiles.stream().mapToInt(TileMap.Tile::x).max().orElse(0) + TileMap.SIDE + MARGIN;
        int bottom = tiles.stream().mapToInt(TileMap.Tile::y).max().orElse(0) + TileMap.SIDE + MARGIN;
        return "%d %d %d %d".formatted(left, top, right - left, bottom - top);
    }

    static String nameOf(KodeWilayah kode) {
        return Wilayah.find(kode).map(Wilayah.Area::name).orElse(kode.value());
    }

    /** Whether it shows the whole regency, with room for the sea. */
    public boolean isWhole() {
        return tiles.size() == TileMap.tiles().size();
    }

    public boolean hasStale() {
        return tiles.stream().anyMatch(TileView::isStale);
    }

    public List<MapContent> contents() {
        return List.of(MapContent.values());
    }

    public int side() {
        return TileMap.SIDE;
    }
}
