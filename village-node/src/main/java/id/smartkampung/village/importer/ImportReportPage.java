package id.smartkampung.village.importer;

import id.smartkampung.village.importer.row.Severity;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.text.Texts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What became of a file, to keep or to hand to whoever puts the rest right. */
@Path("/impor/{id}")
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class ImportReportPage {

    private static final int CHUNK = 1000;

    private final ImportQueries imports;
    private final Audit audit;
    private final Texts texts;

    ImportReportPage(ImportQueries imports, Audit audit, Texts texts) {
        this.imports = imports;
        this.audit = audit;
        this.texts = texts;
    }

    @GET
    @Path("/laporan.csv")
    public Response csv(UUID id) {
        RunView run = imports.byId(id);
        audit.record("import-exported", "import/" + id);
        TableFile.Content findings = lines -> {
            for (int after = 0; after >= 0; ) {
                List<FindingQueries.Numbered> chunk = imports.findings(run.id(), null, after, CHUNK);
                for (FindingQueries.Numbered numbered : chunk) {
                    lines.add(List.of(cells(imports.inWords(numbered))));
                }
                after = next(chunk);
            }
        };
        return new TableFile("laporan-impor", List.of(columns()), findings).as(TableFile.CSV);
    }

    @GET
    @Path("/laporan.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"laporan-impor.xlsx\"")
    public StreamingOutput xlsx(UUID id) {
        RunView run = imports.byId(id);
        audit.record("import-exported", "import/" + id);
        return out -> {
            try (Workbook workbook = new Workbook(out, "smart-kampung", "1.0")) {
                writeSummary(workbook.newWorksheet(texts.of("import.report.summary")), run);
                writeFindings(workbook.newWorksheet(texts.of("import.report.rows")), run);
            }
        };
    }

    private void writeSummary(Worksheet sheet, RunView run) throws IOException {
        Object[][] lines = {
            {"file", run.fileName()},
            {"count", run.rows()},
            {"families", run.families()},
            {"new", run.isDone() ? run.result().added() : run.added()},
            {"changed", run.isDone() ? run.result().changed() : run.changed()},
            {"unchanged", run.isDone() ? run.result().unchanged() : run.unchanged()},
            {"skipped", run.isDone() ? run.result().skipped() : run.errorRows()},
            {"warned", run.warningRows()},
        };
        for (int row = 0; row < lines.length; row++) {
            sheet.value(row, 0, texts.of("import.report." + lines[row][0]));
            put(sheet, row, 1, lines[row][1]);
        }
        int row = lines.length + 1;
        String[] names = texts.of("import.report.totals").split(";", -1);
        for (int i = 0; i < names.length; i++) {
            sheet.value(row, i, names[i]);
        }
        for (FindingQueries.TotalRow total : imports.totals(run.id())) {
            row++;
            sheet.value(row, 0, total.dusun());
            sheet.value(row, 1, total.men());
            sheet.value(row, 2, total.women());
            sheet.value(row, 3, total.all());
            put(sheet, row, 4, total.told());
        }
        sheet.width(0, 32);
        // A workbook is written sheet by sheet; the next begins only when this one has ended.
        sheet.finish();
    }

    private void writeFindings(Worksheet sheet, RunView run) throws IOException {
        put(sheet, 0, columns());
        Rows rows = new Rows();
        for (int after = 0; after >= 0; ) {
            List<FindingQueries.Numbered> chunk = imports.findings(run.id(), null, after, CHUNK);
            each(chunk, finding -> put(sheet, rows.next(), cells(finding)));
            sheet.flush();
            after = next(chunk);
        }
    }

    private void each(List<FindingQueries.Numbered> chunk, Consumer<RunView.FindingView> consumer) {
        chunk.stream().map(imports::inWords).forEach(consumer);
    }

    private static int next(List<FindingQueries.Numbered> chunk) {
        return chunk.size() < CHUNK ? -1 : chunk.get(CHUNK - 1).number();
    }

    private String[] columns() {
        return texts.of("import.report.columns").split(";", -1);
    }

    private Object[] cells(RunView.FindingView finding) {
        String level = finding.severity() == Severity.ERROR ? "import.error" : "import.warning";
        return new Object[] {
            finding.row(), texts.of(level), finding.column(), finding.shown(), finding.text(), finding.todo()
        };
    }

    private static void put(Worksheet sheet, int row, Object[] cells) {
        for (int column = 0; column < cells.length; column++) {
            put(sheet, row, column, cells[column]);
        }
    }

    /** Texts are written as texts: a spreadsheet runs none of them as a formula. */
    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    /** Counts the rows below the names. */
    private static final class Rows {

        private int last;

        private int next() {
            last++;
            return last;
        }
    }
}
