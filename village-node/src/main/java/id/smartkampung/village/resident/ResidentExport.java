package id.smartkampung.village.resident;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.village.lookup.ResidentFilter;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes residents into a file, some at a time, so that the largest village fits into a small server. */
@ApplicationScoped
class ResidentExport {

    private static final int CHUNK = 1000;
    private static final String STARTS_FORMULA = "=+-@\t\r";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ResidentQueries residents;
    private final EntityManager entities;
    private final Texts texts;

    ResidentExport(ResidentQueries residents, EntityManager entities, Texts texts) {
        this.residents = residents;
        this.entities = entities;
        this.texts = texts;
    }

    /** One line of a file, and what it is written to. */
    @FunctionalInterface
    private interface Lines {
        void add(List<String> cells) throws IOException;
    }

    /** With semicolons and a byte order mark, as a spreadsheet set to Indonesian opens it by a double click. */
    void csv(ResidentFilter filter, boolean masked, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(text);
        write(filter, masked, cells -> writer.writeRecord(cells));
        writer.flush();
        text.flush();
    }

    void xlsx(ResidentFilter filter, boolean masked, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Smart Kampung", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.of("menu.residents"));
            int[] row = {0};
            write(filter, masked, cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row[0], column, cells.get(column));
                }
                row[0]++;
                if (row[0] % CHUNK == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private void write(ResidentFilter filter, boolean masked, Lines lines) throws IOException {
        lines.add(headers());
        UUID after = null;
        for (List<Resident> chunk = residents.list(filter, null, CHUNK);
                !chunk.isEmpty();
                chunk = residents.list(filter, after, CHUNK)) {
            Map<UUID, Family> families = familiesOf(chunk);
            for (Resident resident : chunk) {
                lines.add(cells(resident, families.get(resident.familyId), masked));
            }
            after = chunk.get(chunk.size() - 1).id;
            entities.clear();
        }
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(texts.of("field.noKk"), texts.of("field.address")));
        ResidentColumns.all().forEach((field, column) -> {
            if (field != ResidentField.FAMILY) {
                headers.add(texts.of("field." + column.property()));
            }
        });
        return headers;
    }

    private static List<String> cells(Resident resident, Family family, boolean masked) {
        List<String> cells = new ArrayList<>();
        cells.add(family == null ? "" : cell(ResidentField.FAMILY, family.noKk, masked));
        cells.add(family == null || family.address == null ? "" : harmless(family.address));
        ResidentColumns.all().forEach((field, column) -> {
            if (field != ResidentField.FAMILY) {
                cells.add(cell(field, column.get(resident), masked));
            }
        });
        return cells;
    }

    private static String cell(ResidentField field, Object value, boolean masked) {
        if (value == null) {
            return "";
        }
        if (value instanceof Coded coded) {
            return coded.label();
        }
        if (masked && value instanceof Nik nik) {
            return nik.masked();
        }
        if (masked && value instanceof NoKk noKk) {
            return noKk.masked();
        }
        if (value instanceof LocalDate date) {
            return masked && field == ResidentField.BORN_ON ? Integer.toString(date.getYear()) : Wib.shortDate(date);
        }
        String text = FieldText.of(value);
        return harmless(masked && field == ResidentField.PHONE ? PhoneNumber.masked(text) : text);
    }

    /** What would begin a formula in a spreadsheet is kept as text. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static Map<UUID, Family> familiesOf(List<Resident> chunk) {
        List<UUID> ids = chunk.stream()
                .map(resident -> resident.familyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Family> families = new HashMap<>();
        if (!ids.isEmpty()) {
            Family.<Family>list("id in ?1", ids).forEach(family -> families.put(family.id, family));
        }
        return families;
    }
}
