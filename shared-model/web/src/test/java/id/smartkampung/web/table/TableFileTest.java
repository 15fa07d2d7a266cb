package id.smartkampung.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Unzipped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TableFileTest {

    @Test
    void keepsATextThatLooksLikeAFormulaAText() throws IOException {
        TableFile file = TableFile.of("desa", List.of("Desa"), List.of(List.of("=HYPERLINK(1)")));

        assertThat(csv(file)).contains("\"'=HYPERLINK(1)\"");
    }

    @Test
    void writesTimesAsTheyAreInBanyuwangiAndLeavesWhatIsMissingEmpty() throws IOException {
        Object missing = null;
        TableFile file = TableFile.of(
                "desa",
                List.of("Terdengar", "Versi"),
                List.of(Arrays.asList(Instant.parse("2026-11-21T03:42:00Z"), missing)));

        assertThat(csv(file)).contains("2026-11-21T10:42+07:00");
    }

    @Test
    void writesAWorkbookUnlessCsvIsWanted() throws IOException {
        TableFile file = TableFile.of("desa", List.of("Penduduk"), List.of(List.of(97L)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        file.writeXlsx(bytes);

        assertThat(bytes.toByteArray()).startsWith('P', 'K');
        try (Response answer = file.as("anything")) {
            assertThat(answer.getHeaderString("Content-Disposition")).contains("desa.xlsx");
        }
    }

    @Test
    void writesSeveralTablesAsSheetsOfOneWorkbook() throws IOException {
        TableFile people = TableFile.of("Penduduk", List.of("Nama"), List.of(List.of("Siti Rukmini")));
        TableFile letters = TableFile.of("Surat", List.of("Nomor"), List.of(List.of("470/1")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        TableFile.writeWorkbook(bytes, List.of(people, letters));

        assertThat(Unzipped.text(bytes.toByteArray()))
                .contains("name=\"Penduduk\"", "name=\"Surat\"", "Siti Rukmini", "470/1");
    }

    @Test
    void asksForALineOnlyWhenTheOneBeforeIsWritten() throws IOException {
        AtomicInteger written = new AtomicInteger();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written.incrementAndGet();
            }
        };
        List<Integer> seen = new ArrayList<>();
        TableFile file = new TableFile("panjang", List.of("Nomor"), lines -> {
            for (int i = 0; i < 20_000; i++) {
                lines.add(List.of("baris " + i));
                seen.add(written.get());
            }
        });

        file.writeCsv(counting);

        assertThat(seen.get(10_000)).isPositive().isLessThan(seen.get(19_999));
    }

    private static String csv(TableFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeCsv(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
