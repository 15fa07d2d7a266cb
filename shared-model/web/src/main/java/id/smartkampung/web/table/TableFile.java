package id.smartkampung.web.table;

import id.smartkampung.web.text.Csv;
import id.smartkampung.web.time.Wib;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table to take away, as a workbook or as CSV. It is written while it is read, so that the longest fits into a small
 * server.
 *
 * @param name of the file and of the sheet
 */
public record TableFile(String name, List<String> headings, Content content) {

    /** What {@code jenis} or {@code format} of an address says for a CSV. */
    public static final String CSV = "csv";

    private static final String CSV_TYPE = "text/csv;charset=UTF-8";
    private static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int FLUSHED_ROWS = 1000;

    /** Hands over the lines below the headings. */
    @FunctionalInterface
    public interface Content {

        void writeTo(TableLines lines) throws IOException;
    }

    /** A table that is in memory as a whole. */
    public static TableFile of(String name, List<String> headings, List<List<Object>> rows) {
        return new TableFile(name, headings, lines -> {
            for (List<Object> row : rows) {
                lines.add(row);
            }
        });
    }

    /** A workbook unless CSV is wanted. */
    public Response as(String format) {
        boolean csv = CSV.equals(format);
        StreamingOutput body = csv ? this::writeCsv : this::writeXlsx;
        return Response.ok(body)
                .type(csv ? CSV_TYPE : XLSX_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (csv ? ".csv" : ".xlsx") + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** With semicolons and a byte order mark, as a spreadsheet set to Indonesian opens it by a double click. */
    void writeCsv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        text.write(Csv.line(headings.toArray()));
        content.writeTo(cells ->
                text.write(Csv.line(cells.stream().map(TableFile::csvCell).toArray())));
        text.flush();
    }

    void writeXlsx(OutputStream out) throws IOException {
        writeWorkbook(out, List.of(this));
    }

    /** Several tables as the sheets of one workbook, which closes what it is written to. */
    public static void writeWorkbook(OutputStream out, List<TableFile> tables) throws IOException {
        try (Workbook workbook = new Workbook(out, "Smart Kampung", "1.0")) {
            for (TableFile table : tables) {
                table.writeSheet(workbook);
            }
        }
    }

    private void writeSheet(Workbook workbook) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        int[] row = {0};
        content.writeTo(cells -> {
            row[0]++;
            for (int column = 0; column < cells.size(); column++) {
                write(sheet, row[0], column, cells.get(column));
            }
            if (row[0] % FLUSHED_ROWS == 0) {
                sheet.flush();
            }
        });
        // one sheet after the other goes out
        sheet.finish();
    }

    /** Texts are written as texts: a spreadsheet runs none of them as a formula. */
    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd-mm-yyyy").set();
        } else if (cell instanceof Instant at) {
            sheet.value(row, column, ZonedDateTime.ofInstant(at, Wib.ZONE).toLocalDateTime());
            sheet.style(row, column).format("dd-mm-yyyy hh:mm").set();
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    private static Object csvCell(Object cell) {
        return cell instanceof Instant at
                ? ZonedDateTime.ofInstant(at, Wib.ZONE).toOffsetDateTime()
                : cell;
    }
}
