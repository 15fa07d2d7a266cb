package id.smartkampung.village.importer;

import id.smartkampung.village.importer.row.Header;
import id.smartkampung.village.importer.row.ImportColumn;
import id.smartkampung.village.importer.row.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A run as its page shows it. */
public record RunView(
        UUID id,
        String fileName,
        RunState state,
        String refusal,
        int rows,
        int families,
        int ready,
        int added,
        int changed,
        int unchanged,
        int errorRows,
        int warningRows,
        Progress progress,
        Result result,
        List<Header.Recognised> columns,
        boolean asksForColumns,
        String username,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** How far the present work is; the rest of the time is null while nobody can tell. */
    public record Progress(int done, int all, long perSecond, Long secondsLeft) {}

    /** What came of the rows. */
    public record Result(int added, int changed, int unchanged, int skipped) {}

    /** One line of findings, in words. */
    public record FindingView(int row, Severity severity, String column, String shown, String text, String todo) {}

    static RunView of(ImportRun run, String refusal, Instant now) {
        return new RunView(
                run.id,
                run.fileName,
                run.state,
                refusal,
                run.rowCount,
                run.familyCount,
                run.readyRows(),
                run.newRows,
                run.changedRows,
                run.unchangedRows,
                run.errorRows,
                run.warningRows,
                progress(run, now),
                new Result(run.doneNew, run.doneChanged, run.doneUnchanged, run.doneSkipped),
                ColumnList.read(run.columns),
                run.asksForColumns(),
                run.username,
                run.createdAt,
                run.startedAt,
                run.finishedAt);
    }

    public long knownColumns() {
        return columns.stream().filter(column -> column.meaning() != null).count();
    }

    /** A column whose name says nothing, its place in the file, and what an officer said that it means. */
    public record StrangeColumn(int place, String name, ImportColumn meaning) {}

    public List<StrangeColumn> strangeColumns() {
        List<StrangeColumn> strange = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            Header.Recognised column = columns.get(place);
            if (column.isStrange()) {
                strange.add(new StrangeColumn(place, column.name(), column.meaning()));
            }
        }
        return strange;
    }

    /** What no column with a known name means, so that a strange one may. */
    public List<ImportColumn> freeMeanings() {
        Set<ImportColumn> free = EnumSet.allOf(ImportColumn.class);
        columns.stream().filter(column -> !column.isStrange()).forEach(column -> free.remove(column.meaning()));
        return List.copyOf(free);
    }

    public int percent() {
        return progress.all() == 0 ? 0 : (int) (100L * progress.done() / progress.all());
    }

    public boolean isChecking() {
        return state == RunState.CHECKING;
    }

    public boolean isChecked() {
        return state == RunState.CHECKED;
    }

    public boolean isRunning() {
        return state == RunState.RUNNING;
    }

    public boolean isPaused() {
        return state == RunState.PAUSED;
    }

    public boolean isDone() {
        return state == RunState.DONE;
    }

    public boolean isRefused() {
        return state == RunState.REFUSED;
    }

    /** Rows that would change the register. */
    public int moving() {
        return added + changed;
    }

    private static Progress progress(ImportRun run, Instant now) {
        boolean running = run.state != RunState.CHECKING;
        int done = running ? run.doneRows : run.checkedRows;
        if (run.resumedAt == null || !run.state.works()) {
            return new Progress(done, run.rowCount, 0, null);
        }
        double seconds = Math.max(0.2, Duration.between(run.resumedAt, now).toMillis() / 1000.0);
        long perSecond = Math.round((done - run.resumedRows) / seconds);
        Long left = perSecond == 0 ? null : (run.rowCount - done) / perSecond + 1;
        return new Progress(done, run.rowCount, perSecond, left);
    }
}
