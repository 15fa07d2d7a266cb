package id.smartkampung.district.dashboard;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The map of the regency on which each desa is one tile of equal weight, placed roughly as it lies. */
public final class TileMap {

    /** Side of a tile in the units of the drawing. */
    static final int SIDE = 26;

    private static final List<Tile> TILES = read();

    private TileMap() {}

    /** Where one desa or kelurahan stands, in whole tiles from the top left. */
    public record Tile(KodeWilayah kode, int column, int row) {

        public int x() {
            return column * SIDE;
        }

        public int y() {
            return row * SIDE;
        }
    }

    /** The name of a kecamatan and where it is written. */
    public record Label(String name, KodeWilayah kecamatan, int x, int y) {

        private static final int WIDTH_OF_LETTER = 8;

        /** Whether both would run into each other where letters are large, as on a phone. */
        boolean overlaps(Label other) {
            int room = (name.length() + other.name.length()) * WIDTH_OF_LETTER / 2;
            return Math.abs(y - other.y) < SIDE && Math.abs(x - other.x) < room;
        }
    }

    static List<Tile> tiles() {
        return TILES;
    }

    /** The outlines of the kecamatan, as the path of an SVG; drawn where neighbours belong to different ones. */
    static String borders(List<Tile> tiles) {
        Map<Long, Tile> byCell = new HashMap<>();
        tiles.forEach(tile -> byCell.put(cell(tile.column(), tile.row()), tile));
        StringBuilder path = new StringBuilder();
        for (Tile tile : tiles) {
            if (differs(tile, byCell.get(cell(tile.column(), tile.row() - 1)))) {
                path.append("M%d %dh%d".formatted(tile.x(), tile.y(), SIDE));
            }
            if (differs(tile, byCell.get(cell(tile.column() - 1, tile.row())))) {
                path.append("M%d %dv%d".formatted(tile.x(), tile.y(), SIDE));
            }
            if (!byCell.containsKey(cell(tile.column() + 1, tile.row()))) {
                path.append("M%d %dv%d".formatted(tile.x() + SIDE, tile.y(), SIDE));
            }
            if (!byCell.containsKey(cell(tile.column(), tile.row() + 1))) {
                path.append("M%d %dh%d".formatted(tile.x(), tile.y() + SIDE, SIDE));
            }
        }
        return path.toString();
    }

    /** The names of the kecamatan, each in the widest row of its block, near the middle. */
    static List<Label> labels(List<Tile> tiles) {
        Map<KodeWilayah, List<Tile>> blocks = new TreeMap<>();
        for (Tile tile : tiles) {
            blocks.computeIfAbsent(tile.kode().kecamatan(), kecamatan -> new ArrayList<>())
                    .add(tile);
        }
        List<Label> labels = new ArrayList<>();
        blocks.forEach((kecamatan, block) -> {
            List<Label> places = places(kecamatan, block);
            labels.add(places.stream()
                    .filter(place -> labels.stream().noneMatch(place::overlaps))
                    .findFirst()
                    .orElse(places.get(0)));
        });
        return labels;
    }

    /** Where the name may stand: a row each, the best first. */
    private static List<Label> places(KodeWilayah kecamatan, List<Tile> block) {
        Map<Integer, List<Tile>> rows = new TreeMap<>();
        block.forEach(tile ->
                rows.computeIfAbsent(tile.row(), row -> new ArrayList<>()).add(tile));
        double middle = block.stream().mapToInt(Tile::row).average().orElseThrow();
        String name = Wilayah.find(kecamatan).map(Wilayah.Area::name).orElse(kecamatan.value());
        return rows.values().stream()
                .sorted(Comparator.comparingDouble(row -> Math.abs(row.get(0).row() - middle) - 0.8 * row.size()))
                .map(row -> {
                    int left = row.stream().mapToInt(Tile::x).min().orElseThrow();
                    int right = row.stream().mapToInt(Tile::x).max().orElseThrow() + SIDE;
                    return new Label(
                            name, kecamatan, (left + right) / 2, row.get(0).y() + SIDE / 2 + 3);
                })
                .toList();
    }

    private static boolean differs(Tile tile, Tile neighbour) {
        return neighbour == null
                || !neighbour.kode().kecamatan().equals(tile.kode().kecamatan());
    }

    private static long cell(int column, int row) {
        return column * 1000L + row;
    }

    private static List<Tile> read() {
        List<Tile> tiles = new ArrayList<>();
        try (BufferedReader tsv = new BufferedReader(
                new InputStreamReader(TileMap.class.getResourceAsStream("tiles.tsv"), StandardCharsets.UTF_8))) {
            tsv.readLine();
            for (String line = tsv.readLine(); line != null; line = tsv.readLine()) {
                String[] cells = line.split("\t", -1);
                String digits = cells[0];
                KodeWilayah kode = new KodeWilayah(cells[3] + "." + digits.substring(6));
                tiles.add(new Tile(kode, Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the places of the villages on the map cannot be read", e);
        }
        return List.copyOf(tiles);
    }
}
