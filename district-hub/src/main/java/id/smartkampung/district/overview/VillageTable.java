package id.smartkampung.district.overview;

import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.web.Words;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The villages with state and totals as a table to take away. */
public final class VillageTable {

    private static final List<String> COLUMNS = List.of(
            "kode",
            "desa",
            "kecamatan",
            "people",
            "men",
            "women",
            "families",
            "requests-open",
            "requests-today",
            "requests-month",
            "state",
            "lag",
            "parked",
            "last-heard",
            "last-applied",
            "version");

    private final Texts texts;

    public VillageTable(Texts texts) {
        this.texts = texts;
    }

    public TableFile file(List<VillageLine> villages, Instant asOf) {
        return TableFile.of(
                texts.of("file.villages", Wib.shortDate(Wib.dateOf(asOf))),
                COLUMNS.stream().map(column -> texts.of("column." + column)).toList(),
                villages.stream().map(VillageTable::row).toList());
    }

    private static List<Object> row(VillageLine line) {
        VillageStatus status = line.status();
        return Stream.<Object>concat(
                        Stream.of(status.desa().value(), status.name(), line.kecamatanName()),
                        Arrays.asList(
                                line.sums().people(),
                                line.sums().men(),
                                line.sums().women(),
                                line.sums().families(),
                                line.sums().open(),
                                line.sums().today(),
                                line.sums().month(),
                                Words.words(status.state()),
                                status.lag(),
                                status.parked(),
                                status.lastHeardAt(),
                                status.lastAppliedAt(),
                                status.version())
                                .stream())
                .toList();
    }
}
