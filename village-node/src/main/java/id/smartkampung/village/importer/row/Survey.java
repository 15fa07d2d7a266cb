package id.smartkampung.village.importer.row;

import id.smartkampung.village.importer.sheet.Refusal;
import id.smartkampung.village.importer.sheet.SheetLimits;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is known of a file when it has been read once as a whole.
 *
 * @param families number of family cards in it
 * @param totals people by dusun and sex as the old system counts them, the largest dusun first
 * @param findings of single rows that only the other rows show, by row number
 */
public record Survey(
        int rows,
        int families,
        List<Header.Recognised> columns,
        boolean guessedEncoding,
        List<DusunTotal> totals,
        Map<Integer, List<Finding>> findings) {

    /** Inhabitants of one dusun; an empty name collects those without one. */
    public record DusunTotal(String dusun, int men, int women, int unknown) {

        public int all() {
            return men + women + unknown;
        }
    }

    /** Reads the file; told is what an officer said of columns with a strange name. */
    public static Survey of(Path file, SheetLimits limits, LocalDate today, List<Header.Recognised> told)
            throws IOException {
        try (PopulationFile population = PopulationFile.open(file, limits, today, told)) {
            Surveyor surveyor = new Surveyor(population.header().has(ImportColumn.RELATIONSHIP));
            for (ParsedRow row = population.next(); row != null; row = population.next()) {
                surveyor.see(row);
            }
            Survey survey = surveyor.survey(population.header().columns(), population.guessedEncoding());
            if (survey.rows() == 0) {
                throw new SheetRefusedException(Refusal.NO_ROWS);
            }
            return survey;
        }
    }

    /** Tells the row what the survey knows of it. */
    public ParsedRow complete(ParsedRow row) {
        findings.getOrDefault(row.number(), List.of()).forEach(row::add);
        return row;
    }
}
