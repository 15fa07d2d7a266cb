package id.smartkampung.district.web;

import id.smartkampung.web.text.Csv;
import id.smartkampung.web.time.Wib;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.resteasy.reactive.RestResponse;

/** A table to take away, as a workbook or as CSV; cells are text, numbers, dates or instants. */
public record TableFile(String name, List<String> headings, List<List<Object>> rows) {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** As it is asked for by {@code ?format=}; a workbook unless CSV is wanted. */
    public RestResponse<byte[]> as(String format) {
        return "csv".equals(format) ? answer(csv(), "text/csv; charset=UTF-8", ".csv") : answer(xlsx(), XLSX, ".xlsx");
    }

    private RestResponse<byte[]> answer(byte[] content, String type, String ending) {
        return RestResponse.ResponseBuilder.ok(content)
                .type(MediaType.valueOf(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private byte[] csv() {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(Csv.line(headings.toArray()));
        rows.forEach(
                row -> text.append(Csv.line(row.stream().map(TableFile::csvCell).toArray())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Smart Kampung", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                List<Object> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    write(sheet, row + 1, column, cells.get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

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
