package id.smartkampung.village.importer.intake;

import id.smartkampung.village.importer.row.Finding;
import id.smartkampung.village.importer.row.ParsedRow;
import java.util.List;

/** What became, or would become, of some rows. */
public record Chunk(int rows, int added, int changed, int unchanged, int errors, int warnings, List<Finding> findings) {

    public static final Chunk NONE = new Chunk(0, 0, 0, 0, 0, 0, List.of());

    /** Counts of rows whose findings are complete. */
    static Chunk of(List<ParsedRow> rows, int added, int changed, int unchanged) {
        List<Finding> findings =
                rows.stream().flatMap(row -> row.findings().stream()).toList();
        int errors = (int) rows.stream().filter(ParsedRow::hasErrors).count();
        int warnings = (int) rows.stream()
                .filter(row -> !row.hasErrors() && !row.findings().isEmpty())
                .count();
        return new Chunk(rows.size(), added, changed, unchanged, errors, warnings, findings);
    }

    /** The sums of both, without the findings. */
    public Chunk plus(Chunk other) {
        return new Chunk(
                rows + other.rows,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                errors + other.errors,
                warnings + other.warnings,
                List.of());
    }
}
