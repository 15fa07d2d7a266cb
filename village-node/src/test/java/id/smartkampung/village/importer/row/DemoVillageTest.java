package id.smartkampung.village.importer.row;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.importer.PopulationFiles;
import id.smartkampung.village.importer.sheet.SheetLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo village of another system comes in whole, with the one remark each row deserves. */
class DemoVillageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final SheetLimits LIMITS = SheetLimits.ofFileBytes(50 << 20);

    @TempDir
    Path folder;

    @Test
    void isCountedAsTheOldSystemCountsIt() throws IOException {
        expectTotals(PopulationFiles.demoVillage());
    }

    @Test
    void isCountedTheSameAsAWorkbook() throws IOException {
        expectTotals(PopulationFiles.asXlsx(PopulationFiles.demoVillage(), folder));
    }

    @Test
    void getsOneRemarkPerRowAboutTheBirthDateInTheNik() throws IOException {
        expectRemarks(PopulationFiles.demoVillage());
    }

    @Test
    void getsTheSameRemarksAsAWorkbook() throws IOException {
        expectRemarks(PopulationFiles.asXlsx(PopulationFiles.demoVillage(), folder));
    }

    private static void expectTotals(Path file) throws IOException {
        Survey survey = Survey.of(file, LIMITS, TODAY, List.of());

        assertThat(survey.rows()).isEqualTo(97);
        assertThat(survey.families()).isEqualTo(37);
        assertThat(survey.totals())
                .extracting(total -> total.dusun() + " " + total.all())
                .containsExactly("SENGGIGI 36", "LOCO 28", "MANGSIT 19", "KERANDANGAN 14");
        assertThat(survey.totals().stream().mapToInt(Survey.DusunTotal::men).sum())
                .isEqualTo(46);
        assertThat(survey.totals().stream().mapToInt(Survey.DusunTotal::women).sum())
                .isEqualTo(51);
        assertThat(survey.columns()).hasSize(43).allMatch(column -> column.meaning() != null);
    }

    private static void expectRemarks(Path file) throws IOException {
        assertThat(rows(file))
                .hasSize(97)
                .allSatisfy(row -> assertThat(row.findings())
                        .singleElement()
                        .extracting(Finding::problem)
                        .isEqualTo(Problem.NIK_BORN_ON));
    }

    private static List<ParsedRow> rows(Path file) throws IOException {
        Survey survey = Survey.of(file, LIMITS, TODAY, List.of());
        List<ParsedRow> rows = new ArrayList<>();
        try (PopulationFile population = PopulationFile.open(file, LIMITS, TODAY, List.of())) {
            for (ParsedRow row = population.next(); row != null; row = population.next()) {
                rows.add(survey.complete(row));
            }
        }
        return rows;
    }
}
