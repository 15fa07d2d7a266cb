package id.smartkampung.district.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFileTest {

    @Test
    void keepsATextThatLooksLikeAFormulaAText() {
        TableFile file = new TableFile("desa", List.of("Desa"), List.of(List.of("=HYPERLINK(1)")));

        assertThat(csv(file)).contains("\"'=HYPERLINK(1)\"");
    }

    @Test
    void writesTimesAsTheyAreInBanyuwangiAndLeavesWhatIsMissingEmpty() {
        Object missing = null;
        TableFile file = new TableFile(
                "desa",
                List.of("Terdengar", "Versi"),
                List.of(Arrays.asList(Instant.parse("2026-11-21T03:42:00Z"), missing)));

        assertThat(csv(file)).contains("2026-11-21T10:42+07:00");
    }

    @Test
    void writesAWorkbookUnlessCsvIsWanted() {
        TableFile file = new TableFile("desa", List.of("Penduduk"), List.of(List.of(97L)));

        assertThat(file.as("xlsx").getEntity()).startsWith('P', 'K');
        assertThat(file.as("anything")
                        .getHeaders()
                        .getFirst("Content-Disposition")
                        .toString())
                .contains("desa.xlsx");
    }

    private static String csv(TableFile file) {
        return new String(file.as("csv").getEntity(), StandardCharsets.UTF_8);
    }
}
