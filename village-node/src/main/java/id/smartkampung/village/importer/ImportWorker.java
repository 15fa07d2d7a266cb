package id.smartkampung.village.importer;

import id.smartkampung.village.importer.intake.FileChunks;
import id.smartkampung.village.importer.intake.RowFault;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.sheet.Refusal;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Checks files and lets them in, one after the other, whether or not anybody has the page open. */
@ApplicationScoped
class ImportWorker {

    private final ImportRunService runs;
    private final ImportFiles files;
    private final ImportConfig config;
    private final Clock clock;
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "population-import"));
    private volatile boolean stopping;

    ImportWorker(ImportRunService runs, ImportFiles files, ImportConfig config, Clock clock) {
        this.runs = runs;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    /** Begins or goes on with a run soon. */
    void submit(UUID run) {
        if (!stopping && taken.add(run)) {
            thread.execute(() -> work(run));
        }
    }

    /** Takes up what a crash, a restart or an absent database has interrupted. */
    @Scheduled(every = "${village.import.resume-every:10s}", delayed = "1s")
    void resume() {
        runs.working().forEach(this::submit);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        thread.shutdown();
    }

    private void work(UUID id) {
        try {
            RunState state = runs.stateOf(id);
            if (state == RunState.CHECKING) {
                check(id);
            } else if (state == RunState.RUNNING) {
                run(id);
            }
        } catch (SheetRefusedException e) {
            runs.refuse(id, e);
            if (e.refusal() != Refusal.COLUMN_MISSING) {
                files.delete(id);
            }
        } catch (IOException | RuntimeException e) {
            Log.warnf(e, "import run %s is interrupted and goes on by itself", id);
        } finally {
            taken.remove(id);
        }
    }

    private void check(UUID id) throws IOException {
        FileChunks file = open(id);
        runs.surveyed(id, file.survey());
        if (file.each(0, rows -> !stopping && runs.check(id, rows) == RunState.CHECKING)) {
            runs.checked(id);
        }
    }

    private void run(UUID id) throws IOException {
        FileChunks file = open(id);
        int done = runs.resume(id);
        if (file.each(done, rows -> !stopping && apply(id, rows) == RunState.RUNNING)) {
            runs.finish(id);
            files.delete(id);
        }
    }

    /** All rows of a chunk at once, and one by one where the register would not take them all. */
    private RunState apply(UUID id, List<ParsedRow> rows) {
        try {
            return runs.apply(id, rows);
        } catch (RuntimeException together) {
            if (!RowFault.is(together)) {
                throw together;
            }
            Log.infof(
                    "import run %s takes %d rows one by one (%s)",
                    id, rows.size(), together.getClass().getName());
            RunState state = RunState.RUNNING;
            for (ParsedRow row : rows) {
                state = applyAlone(id, row);
                if (state != RunState.RUNNING) {
                    return state;
                }
            }
            return state;
        }
    }

    private RunState applyAlone(UUID id, ParsedRow row) {
        try {
            return runs.apply(id, List.of(row));
        } catch (RuntimeException alone) {
            if (!RowFault.is(alone)) {
                throw alone;
            }
            runs.skip(id, row);
            Log.warnf(
                    "row %d of import run %s is left out (%s)",
                    row.number(), id, alone.getClass().getName());
            return RunState.RUNNING;
        }
    }

    private Path present(UUID id) {
        Path file = files.of(id);
        if (!Files.exists(file)) {
            throw new SheetRefusedException(Refusal.GONE);
        }
        return file;
    }

    private FileChunks open(UUID id) throws IOException {
        return FileChunks.of(
                present(id), config.limits(), Wib.dateOf(clock.instant()), config.chunkRows(), runs.columnsOf(id));
    }
}
