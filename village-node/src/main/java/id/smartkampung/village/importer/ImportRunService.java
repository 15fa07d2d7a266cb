package id.smartkampung.village.importer;

import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.intake.Chunk;
import id.smartkampung.village.importer.intake.ImportService;
import id.smartkampung.village.importer.row.Finding;
import id.smartkampung.village.importer.row.Header;
import id.smartkampung.village.importer.row.ImportColumn;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.row.Problem;
import id.smartkampung.village.importer.row.Survey;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Moves a run from upload to report; each step is one transaction, so that a crash leaves the last whole one. */
@ApplicationScoped
class ImportRunService {

    private static final int LONGEST_NAME = 120;

    private final ImportService rows;
    private final FindingQueries findings;
    private final Audit audit;
    private final Clock clock;

    ImportRunService(ImportService rows, FindingQueries findings, Audit audit, Clock clock) {
        this.rows = rows;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void create(UUID id, String fileName, long bytes, List<Header.Recognised> columns, Author author) {
        ImportRun run = new ImportRun();
        run.id = id;
        run.fileName = displayed(fileName);
        run.fileBytes = bytes;
        run.state = RunState.CHECKING;
        run.columns = ColumnList.write(columns);
        run.accountId = author.accountId();
        run.username = author.username();
        run.createdAt = clock.instant();
        run.persist();
        audit.record("import-uploaded", subject(id));
    }

    UUID newId() {
        return UuidV7.at(clock.instant());
    }

    @Transactional
    RunState stateOf(UUID id) {
        return ImportRun.byId(id).state;
    }

    @Transactional
    List<Header.Recognised> columnsOf(UUID id) {
        return ColumnList.read(ImportRun.byId(id).columns);
    }

    /** Takes what an officer says of columns with a strange name, by their place; the file is then checked anew. */
    @Transactional
    void tellColumns(UUID id, Map<Integer, ImportColumn> meanings) {
        ImportRun run = ImportRun.locked(id);
        if (!run.asksForColumns()) {
            throw new RefusedException("import-state");
        }
        run.columns = ColumnList.write(ColumnList.told(ColumnList.read(run.columns), meanings));
        run.state = RunState.CHECKING;
        run.refusal = null;
        run.refusalDetail = null;
        run.finishedAt = null;
        audit.record("import-columns", subject(id));
    }

    /** Runs on which somebody should be at work. */
    @Transactional
    List<UUID> working() {
        return ImportRun.working();
    }

    @Transactional
    void refuse(UUID id, SheetRefusedException reason) {
        ImportRun run = ImportRun.locked(id);
        run.state = RunState.REFUSED;
        run.refusal = reason.refusal();
        run.refusalDetail = reason.detail();
        run.finishedAt = clock.instant();
    }

    @Transactional
    void surveyed(UUID id, Survey survey) {
        ImportRun run = ImportRun.locked(id);
        run.rowCount = survey.rows();
        run.familyCount = survey.families();
        run.guessedEncoding = survey.guessedEncoding();
        run.columns = ColumnList.write(survey.columns());
        run.checkedRows = 0;
        run.newRows = 0;
        run.changedRows = 0;
        run.unchangedRows = 0;
        run.errorRows = 0;
        run.warningRows = 0;
        run.resumedAt = clock.instant();
        run.resumedRows = 0;
        findings.replaceTotals(id, survey.totals());
        if (survey.guessedEncoding()) {
            findings.add(id, List.of(Finding.ofFile(Problem.ENCODING_GUESSED)));
        }
    }

    /** Lays some rows beside the register. */
    @Transactional
    RunState check(UUID id, List<ParsedRow> some) {
        Chunk chunk = rows.plan(some);
        ImportRun run = ImportRun.locked(id);
        run.checkedRows += chunk.rows();
        run.newRows += chunk.added();
        run.changedRows += chunk.changed();
        run.unchangedRows += chunk.unchanged();
        run.errorRows += chunk.errors();
        run.warningRows += chunk.warnings();
        findings.add(id, chunk.findings());
        return run.state;
    }

    @Transactional
    void checked(UUID id) {
        ImportRun run = ImportRun.locked(id);
        if (run.state == RunState.CHECKING) {
            run.state = RunState.CHECKED;
        }
    }

    @Transactional
    void start(UUID id, Officer officer) {
        ImportRun run = inState(id, RunState.CHECKED);
        run.state = RunState.RUNNING;
        run.startedAt = clock.instant();
        audit.recordBy(officer, "import-started", subject(id), Set.of(), "");
    }

    @Transactional
    void pause(UUID id) {
        inState(id, RunState.RUNNING).state = RunState.PAUSED;
    }

    @Transactional
    void goOn(UUID id) {
        inState(id, RunState.PAUSED).state = RunState.RUNNING;
    }

    @Transactional
    void discard(UUID id) {
        ImportRun run = ImportRun.locked(id);
        boolean over = run.state.ended() && !run.asksForColumns();
        if (run.state == RunState.RUNNING || over) {
            throw new RefusedException("import-state");
        }
        // What came in before a pause stays, and so does its report.
        run.state = run.doneRows > 0 ? RunState.DONE : RunState.DISCARDED;
        run.finishedAt = clock.instant();
        audit.record("import-discarded", subject(id));
    }

    @Transactional
    int resume(UUID id) {
        ImportRun run = ImportRun.locked(id);
        run.resumedAt = clock.instant();
        run.resumedRows = run.doneRows;
        return run.doneRows;
    }

    /** Lets some rows in, and notes in the same transaction how far the file is. */
    @Transactional
    RunState apply(UUID id, List<ParsedRow> some) {
        ImportRun run = ImportRun.locked(id);
        if (run.state != RunState.RUNNING) {
            return run.state;
        }
        count(run, rows.apply(some, run.author()));
        return run.state;
    }

    /** Passes over a row that the register would not take. */
    @Transactional
    void skip(UUID id, ParsedRow row) {
        ImportRun run = ImportRun.locked(id);
        count(run, new Chunk(1, 0, 0, 0, 1, 0, List.of()));
        findings.add(id, List.of(new Finding(row.number(), "", Problem.REGISTER_REFUSED, "", "")));
    }

    @Transactional
    void finish(UUID id) {
        ImportRun run = ImportRun.locked(id);
        if (run.state != RunState.RUNNING) {
            return;
        }
        run.state = RunState.DONE;
        run.finishedAt = clock.instant();
        Officer officer = new Officer(run.accountId, run.username, run.username, "", null);
        String result = run.doneNew + "/" + run.doneChanged + "/" + run.doneUnchanged + "/" + run.doneSkipped;
        audit.recordBy(officer, "import-finished", subject(id), Set.of(), result);
    }

    @Transactional
    void tell(UUID id, Map<Integer, Integer> told) {
        ImportRun.byId(id);
        List<Integer> positions = new ArrayList<>(told.keySet());
        positions.forEach(position -> findings.tell(id, position, told.get(position)));
    }

    private static void count(ImportRun run, Chunk chunk) {
        run.doneRows += chunk.rows();
        run.doneNew += chunk.added();
        run.doneChanged += chunk.changed();
        run.doneUnchanged += chunk.unchanged();
        run.doneSkipped += chunk.errors();
    }

    private static ImportRun inState(UUID id, RunState state) {
        ImportRun run = ImportRun.locked(id);
        if (run.state != state) {
            throw new RefusedException("import-state");
        }
        return run;
    }

    private static String subject(UUID id) {
        return "import/" + id;
    }

    private static String displayed(String fileName) {
        String name =
                fileName == null ? "" : fileName.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cc}]", "");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
