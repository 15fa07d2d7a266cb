package id.smartkampung.district.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.dashboard.TileMap.Label;
import id.smartkampung.district.dashboard.TileMap.Tile;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileMapTest {

    @Test
    void hasOneTileForEachDesaAndNoOther() {
        List<String> tiles = TileMap.tiles().stream()
                .map(tile -> tile.kode().value())
                .sorted()
                .toList();

        assertThat(tiles)
                .isEqualTo(Wilayah.desa().stream()
                        .map(area -> area.kode().value())
                        .sorted()
                        .toList());
    }

    @Test
    void putsNoTwoTilesIntoOnePlace() {
        assertThat(TileMap.tiles())
                .extracting(tile -> tile.x() + "," + tile.y())
                .doesNotHaveDuplicates();
    }

    @Test
    void writesTheNameOfEachKecamatanOnceAndNoTwoOverEachOther() {
        List<Label> labels = TileMap.labels(TileMap.tiles());

        assertThat(labels).hasSize(25);
        for (Label label : labels) {
            assertThat(labels)
                    .filteredOn(other -> !other.equals(label) && other.overlaps(label))
                    .isEmpty();
        }
    }

    @Test
    void drawsAnOutlineRoundALonelyTile() {
        Tile lonely = TileMap.tiles().get(0);

        String path = TileMap.borders(List.of(lonely));

        assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(4);
    }
}
