package id.smartkampung.district.export;

import id.smartkampung.district.export.Export.Failure;
import id.smartkampung.district.export.Export.Manifest;
import id.smartkampung.district.export.ExportWriter.Progress;
import id.smartkampung.district.export.ExportWriter.StoppedException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the copies that wait, one at a time; a hub that dies leaves its one to whoever looks next. */
@ApplicationScoped
class ExportRunner {

    private static final int MOST_ATTEMPTS = 3;

    private final AgroalDataSource database;
    private final ExportWriter writer;
    private final ExportConfig config;
    private final ExportFiles files;
    private final UUID self = UUID.randomUUID();
    private volatile boolean stopping;

    ExportRunner(AgroalDataSource database, ExportWriter writer, ExportConfig config) {
        this.database = database;
        this.writer = writer;
        this.config = config;
        this.files = new ExportFiles(config.folder());
    }

    /** Work on the table of exports. */
    @FunctionalInterface
    private interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "${district.export.look-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Optional<Export> next = take();
        while (next.isPresent() && !stopping) {
            run(next.get());
            next = take();
        }
    }

    private Optional<Export> take() {
        return inTransaction(connection -> ExportTable.take(connection, self, config.takenUpAfter()));
    }

    private void run(Export export) {
        UUID id = export.id();
        if (export.attempts() > MOST_ATTEMPTS) {
            fail(id, Failure.GIVEN_UP);
            return;
        }
        try {
            Manifest manifest = writer.write(export, files.begin(export), progress(id));
            boolean kept =
                    inTransaction(connection -> ExportTable.finish(connection, id, self, manifest, config.keep()));
            if (!kept) {
                files.delete(id);
            }
        } catch (StoppedException e) {
            stopped(id);
        } catch (IOException e) {
            Log.errorf("copy %s cannot be written to %s: %s", id, config.folder(), e.getMessage());
            fail(id, Failure.DISK);
        } catch (SQLException e) {
            Log.warnf("copy %s was broken off in attempt %d: SQLSTATE %s", id, export.attempts(), e.getSQLState());
            giveBack(id, true);
        }
    }

    private Progress progress(UUID id) {
        long[] told = {System.nanoTime() - config.tellEvery().toNanos()};
        return (done, total) -> {
            if (stopping) {
                return false;
            }
            long now = System.nanoTime();
            if (now - told[0] < config.tellEvery().toNanos()) {
                return true;
            }
            told[0] = now;
            return inTransaction(connection -> ExportTable.beat(connection, id, self, done, total));
        };
    }

    /** A hub that ends leaves it to the next one; one that was taken back leaves nothing. */
    private void stopped(UUID id) {
        if (stopping) {
            giveBack(id, false);
            return;
        }
        try {
            files.delete(id);
        } catch (IOException e) {
            // The next cleaning deletes it.
            Log.warnf("files of copy %s are not deleted yet: %s", id, e.getMessage());
        }
    }

    private void giveBack(UUID id, boolean counts) {
        change(connection -> ExportTable.giveBack(connection, id, self, counts));
    }

    private void fail(UUID id, Failure failure) {
        change(connection -> ExportTable.fail(connection, id, self, failure));
    }

    @Scheduled(every = "${district.export.clean-every:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    void clean() throws IOException {
        // First what is there, then what is needed: one that begins in between is not taken for nobody's.
        List<UUID> there = new ArrayList<>(files.there());
        Set<UUID> kept = inTransaction(connection -> {
            ExportTable.expire(connection);
            return new HashSet<>(ExportTable.kept(connection));
        });
        there.removeAll(kept);
        for (UUID id : there) {
            files.delete(id);
        }
    }

    /** Changes the table, or leaves it: who looks next finds it without a sign of life. */
    private void change(Change change) {
        try {
            inTransaction(connection -> {
                change.on(connection);
                return null;
            });
        } catch (IllegalStateException e) {
            Log.warnf("what became of a copy is not stored: %s", e.getMessage());
        }
    }

    /** A change of the table of exports. */
    @FunctionalInterface
    private interface Change {

        void on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("the table of copies cannot be used now", e);
            }
        });
    }
}
