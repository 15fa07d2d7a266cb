package id.smartkampung.village.importer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Population files for tests: a made-up one, the demo village of another system, and both as workbooks. */
public final class PopulationFiles {

    public static final String HEADER =
            "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tanggallahir,kk_level,agama_id,status_kawin,pekerjaan_id";

    private static final int SERIALS = 9_999;
    private static final AtomicInteger VILLAGES = new AtomicInteger();
    private static final DateTimeFormatter DDMMYY = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);

    private PopulationFiles() {}

    /** Eight made-up people in three families. */
    public static Path madeUp() {
        return Path.of("src/test/resources/import/penduduk_43kolom.csv").toAbsolutePath();
    }

    /** The real demo village; absent at a desk it is left out, on a build server that is a failure. */
    public static Path demoVillage() {
        Path file = Path.of(System.getProperty("samples"), "opensid", "import_contoh_penduduk_43kolom.csv");
        if (!Files.exists(file) && System.getenv("CI") != null) {
            throw new AssertionError("the sample of another system is missing: give its folder as -Dsamples=DIR");
        }
        assumeTrue(Files.exists(file), "no samples at " + file);
        return file;
    }

    /** A village of its own: everybody has a NIK that no other test knows, three to a family. */
    public static Path village(Path folder, int people) throws IOException {
        return village(folder, people, LocalDate.of(1985, 1, 1).plusDays(VILLAGES.getAndIncrement()));
    }

    /** A large village, the same each time; each birth date has as many people as there are serials of a NIK. */
    public static Path largeVillage(Path folder, int people) throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int first = 0, day = 0; first < people; first += SERIALS, day++) {
            add(
                    lines,
                    first,
                    Math.min(SERIALS, people - first),
                    LocalDate.of(1961, 3, 1).plusDays(day));
        }
        return csv(folder, lines.toString());
    }

    private static Path village(Path folder, int people, LocalDate bornOn) throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        add(lines, 0, people, bornOn);
        return csv(folder, lines.toString());
    }

    private static void add(StringBuilder lines, int before, int people, LocalDate bornOn) {
        String date = DDMMYY.format(bornOn);
        for (int i = 0; i < people; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%n,KRAJAN,001,002,Contoh %d Orang,351002%s%04d,351002%s%04d,1,%s,%d,1,1,9",
                    before + i + 1,
                    date,
                    i / 3 + 1,
                    date,
                    i + 1,
                    bornOn,
                    i % 3 == 0 ? 1 : 4));
        }
    }

    public static Path csv(Path folder, String... lines) throws IOException {
        Path file = Files.createTempFile(folder, "penduduk", ".csv");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    /** The same table as a workbook, every cell as text. */
    public static Path asXlsx(Path csv, Path folder) throws IOException {
        Path file = folder.resolve(csv.getFileName() + ".xlsx");
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv, StandardCharsets.UTF_8);
                OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            int row = 0;
            for (CsvRecord record : rows) {
                List<String> cells = record.getFields();
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
                row++;
            }
        }
        return file;
    }
}
