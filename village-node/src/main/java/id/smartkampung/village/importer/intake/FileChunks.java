package id.smartkampung.village.importer.intake;

import id.smartkampung.village.importer.row.Header;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.row.PopulationFile;
import id.smartkampung.village.importer.row.Survey;
import id.smartkampung.village.importer.sheet.SheetLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A file that has been surveyed, handed out some rows at a time; no more of it is in memory. */
public record FileChunks(Path file, SheetLimits limits, LocalDate today, int size, Survey survey) {

    /** Does something with some rows and says whether to go on. */
    public interface Step {

        boolean goesOn(List<ParsedRow> rows);
    }

    /** Surveys the file; told is what an officer said of columns with a strange name. */
    public static FileChunks of(Path file, SheetLimits limits, LocalDate today, int size, List<Header.Recognised> told)
            throws IOException {
        return new FileChunks(file, limits, today, size, Survey.of(file, limits, today, told));
    }

    /** Hands out all rows behind the skipped ones; returns whether it came to the end. */
    public boolean each(int skipped, Step step) throws IOException {
        try (PopulationFile population = PopulationFile.open(file, limits, today, survey.columns())) {
            List<ParsedRow> rows = new ArrayList<>(size);
            int seen = 0;
            for (ParsedRow row = population.next(); row != null; row = population.next()) {
                seen++;
                if (seen > skipped) {
                    rows.add(survey.complete(row));
                }
                if (rows.size() == size) {
                    if (!step.goesOn(rows)) {
                        return false;
                    }
                    rows = new ArrayList<>(size);
                }
            }
            return rows.isEmpty() || step.goesOn(rows);
        }
    }
}
