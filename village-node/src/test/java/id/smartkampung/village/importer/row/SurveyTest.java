package id.smartkampung.village.importer.row;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.importer.PopulationFiles;
import id.smartkampung.village.importer.sheet.SheetLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final SheetLimits LIMITS = SheetLimits.ofFileBytes(50 << 20);

    @TempDir
    Path folder;

    @Test
    void countsTheMadeUpVillage() throws IOException {
        Survey survey = Survey.of(PopulationFiles.madeUp(), LIMITS, TODAY, List.of());

        assertThat(survey.rows()).isEqualTo(8);
        assertThat(survey.families()).isEqualTo(3);
        // The dead man of Sumber is not an inhabitant.
        assertThat(survey.totals())
                .containsExactly(new Survey.DusunTotal("KRAJAN", 2, 3, 0), new Survey.DusunTotal("SUMBER", 1, 1, 0));
        assertThat(survey.findings()).isEmpty();
    }

    @Test
    void blamesBothRowsOfOneNik() throws IOException {
        Survey survey = survey(
                ",A,001,001,Contoh Satu,3510010101200001,3510014506600004,2,1960-06-05,1,1,1,1",
                ",A,001,001,Contoh Dua,3510010101200001,3510014506600005,2,1960-06-05,4,1,1,1",
                ",A,001,001,Contoh Tiga,3510010101200001,3510014506600004,2,1960-06-05,4,1,1,1");

        assertThat(problems(survey, 2)).containsExactly(Problem.NIK_TWICE);
        assertThat(problems(survey, 3)).isEmpty();
        assertThat(survey.findings().get(4)).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).isEqualTo(Problem.NIK_TWICE);
            assertThat(finding.detail()).isEqualTo("2");
            assertThat(finding.shown()).isEqualTo("351001••••••••••");
        });
    }

    @Test
    void blamesBothRowsOfOnePersonWithoutNik() throws IOException {
        Survey survey = survey(
                ",A,001,001,Contoh Satu,3510010101200001,0,2,1960-06-05,1,1,1,1",
                ",A,001,001,CONTOH SATU,3510010101200001,,2,05-06-1960,1,1,1,1");

        assertThat(problems(survey, 2)).contains(Problem.PERSON_TWICE);
        assertThat(problems(survey, 3)).contains(Problem.PERSON_TWICE);
    }

    @Test
    void remarksFamiliesWithoutHeadAndWithTwo() throws IOException {
        Survey survey = survey(
                ",A,001,001,Contoh Satu,3510010101200001,3510014506600001,2,1960-06-05,4,1,1,1",
                ",A,001,001,Contoh Dua,3510010101200002,3510014506600002,2,1960-06-05,1,1,1,1",
                ",A,001,001,Contoh Tiga,3510010101200002,3510014506600003,2,1960-06-05,1,1,1,1",
                ",B,001,001,Contoh Empat,3510010101200002,3510014506600004,2,1960-06-05,1,1,1,1");

        assertThat(problems(survey, 2)).containsExactly(Problem.HEAD_MISSING);
        assertThat(problems(survey, 3)).isEmpty();
        assertThat(problems(survey, 4)).containsExactly(Problem.SECOND_HEAD);
        assertThat(problems(survey, 5)).containsExactly(Problem.SECOND_HEAD_ELSEWHERE);
    }

    private static List<Problem> problems(Survey survey, int row) {
        return survey.findings().getOrDefault(row, List.of()).stream()
                .map(Finding::problem)
                .toList();
    }

    private Survey survey(String... lines) throws IOException {
        return Survey.of(
                PopulationFiles.csv(folder, PopulationFiles.HEADER + "\n" + String.join("\n", lines)),
                LIMITS,
                TODAY,
                List.of());
    }
}
