package id.smartkampung.village.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "{klasifikasi}/{urut}/{kode_unit}/{bulan_romawi}/{tahun}, 400.12.2.1/7/429.517.06/XI/2026",
        "{klasifikasi}/{urut3}/{kode_unit}/{tahun}, 400.12.2.1/007/429.517.06/2026",
        "{urut} - {bulan}.{tahun}, 7 - 11.2026",
    })
    void writesANumber(String pattern, String number) {
        assertThat(NumberPattern.problem(pattern, "429.517.06", false)).isEmpty();
        assertThat(NumberPattern.fill(pattern, "400.12.2.1", 7, "429.517.06", DAY))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "'', pattern-missing",
        "{klasifikasi}/{tahun}, pattern-unique",
        "{urut}/{klasifikasi}, pattern-unique",
        "{urut}/{tahun}/{desa}, pattern-word",
        "{urut}/{tahun}/<b>, pattern-sign",
        "{urut}/{tahun/, pattern-sign",
        "{urut}/{kode_unit}/{tahun}, pattern-unit",
    })
    void tellsWhatIsWrongWithAPattern(String pattern, String problem) {
        assertThat(NumberPattern.problem(pattern, "", false)).contains(problem);
    }

    @Test
    void whatIsCountedByClassificationSaysIt() {
        assertThat(NumberPattern.problem("{urut}/{tahun}", "", true)).contains("pattern-classification");
        assertThat(NumberPattern.problem("{klasifikasi}/{urut}/{tahun}", "", true))
                .isEmpty();
    }

    @Test
    void aUnitThatIsNotKnownLeavesNoSlash() {
        assertThat(NumberPattern.fill("{klasifikasi}/{urut}/{kode_unit}/{tahun}", "300", 1, null, DAY))
                .isEqualTo("300/1/2026");
    }
}
