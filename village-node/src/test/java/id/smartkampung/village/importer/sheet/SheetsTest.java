package id.smartkampung.village.importer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    private static final SheetLimits LIMITS = SheetLimits.ofFileBytes(50 << 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparator(String separator) throws IOException {
        Path file = file("nama|nik|alamat\nSiti|1|\"Jalan A, B; C\"\n".replace("|", separator));

        assertThat(rows(file).get(1).cells()).containsExactly("Siti", "1", "Jalan A, B; C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void believesTheMarkInFrontOfAText(String charset) throws IOException {
        Path file = file("\ufeffnama,nik\nAndré,1\n".getBytes(Charset.forName(charset)));

        try (Sheet sheet = Sheets.open(file, LIMITS)) {
            assertThat(sheet.next().cell(0)).isEqualTo("nama");
            assertThat(sheet.next().cell(0)).isEqualTo("André");
            assertThat(sheet.guessedEncoding()).isFalse();
        }
    }

    @Test
    void readsAnOlderEncodingAndSaysSo() throws IOException {
        Path file = file("nama,nik\nAndré,1\n".getBytes(Charset.forName("windows-1252")));

        try (Sheet sheet = Sheets.open(file, LIMITS)) {
            sheet.next();
            assertThat(sheet.next().cell(0)).isEqualTo("André");
            assertThat(sheet.guessedEncoding()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 …, PDF",
        "<html><table><tr><td>nik, HTML",
        "'', EMPTY",
        "'PK\u0003\u0004 and no more', DAMAGED",
        "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', OLD_EXCEL",
        "'nama,nik\nA\u0000B,1', BINARY",
        "'nama,nik\n\"A,1\n', DAMAGED"
    })
    void judgesAFileByWhatIsInIt(String content, Refusal refusal) throws IOException {
        expectRefusal(file(content.getBytes(StandardCharsets.ISO_8859_1)), refusal);
    }

    @Test
    void refusesWhatIsTooLargeBeforeReadingIt() throws IOException {
        Path file = file("nama,nik\n".repeat(200));

        SheetRefusedException refused = catchThrowableOfType(
                SheetRefusedException.class, () -> Sheets.open(file, SheetLimits.ofFileBytes(1000)));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void readsAWorkbookAsItStands() throws IOException {
        Path file = workbook(sheet -> {
            sheet.value(0, 0, "nama");
            sheet.value(0, 1, "nik");
            sheet.value(2, 0, "Siti & \"Ni'mah\" <A>");
            sheet.value(2, 1, "0510011203800001");
            sheet.value(3, 1, 42);
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3, 4);
        assertThat(rows.get(1).cells()).containsExactly("Siti & \"Ni'mah\" <A>", "0510011203800001");
        assertThat(rows.get(1).isNumber(1)).isFalse();
        assertThat(rows.get(2).cell(1)).isEqualTo("42");
        assertThat(rows.get(2).isNumber(1)).isTrue();
    }

    @Test
    void refusesAZipBomb() throws IOException {
        Path file = zip("xl/worksheets/sheet1.xml", out -> {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 700; i++) {
                out.write(zeros);
            }
        });

        expectRefusal(file, Refusal.ZIP_BOMB);
    }

    @Test
    void refusesATextWithoutEnd() throws IOException {
        Path file = zip("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>".getBytes(StandardCharsets.UTF_8));
            out.write("A".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
        });

        expectRefusal(file, Refusal.ZIP_BOMB);
    }

    @Test
    void refusesACellAtTheEndOfTheWorld() throws IOException {
        Path file = zip(
                "xl/worksheets/sheet1.xml",
                out -> out.write(
                        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                                .getBytes(StandardCharsets.UTF_8)));

        expectRefusal(file, Refusal.TOO_MANY_COLUMNS);
    }

    @Test
    void resolvesNoEntities() throws IOException {
        Path file = zip(
                "xl/worksheets/sheet1.xml",
                out -> out.write(
                        ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                                        + "<c t=\"inlineStr\"><is><t>a&e;b</t></is></c></row></sheetData></worksheet>")
                                .getBytes(StandardCharsets.UTF_8)));

        expectRefusal(file, Refusal.DAMAGED);
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbook() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("photo.jpg"));
        }

        expectRefusal(file, Refusal.NOT_A_WORKBOOK);
    }

    private void expectRefusal(Path file, Refusal refusal) {
        SheetRefusedException refused = catchThrowableOfType(SheetRefusedException.class, () -> rows(file));

        assertThat(refused).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
    }

    private static List<SheetRow> rows(Path file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Sheet sheet = Sheets.open(file, LIMITS)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.xlsx"), bytes);
    }

    private Path workbook(java.util.function.Consumer<Worksheet> cells) throws IOException {
        Path file = folder.resolve("workbook.csv");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            cells.accept(workbook.newWorksheet("Data"));
        }
        return file;
    }

    /** Writes one part of an archive. */
    interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    private Path zip(String part, Part content) throws IOException {
        Path file = folder.resolve("made.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    out,
                    "xl/workbook.xml",
                    xml -> xml.write(("<workbook xmlns:r=\"urn:r\"><sheets>"
                                    + "<sheet name=\"Data\" r:id=\"one\"/></sheets></workbook>")
                            .getBytes(StandardCharsets.UTF_8)));
            entry(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    xml -> xml.write(("<Relationships><Relationship Id=\"one\" "
                                    + "Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8)));
            entry(out, part, content);
        }
        return file;
    }

    private static void entry(ZipOutputStream out, String name, Part content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        content.writeTo(out);
        out.closeEntry();
    }
}
