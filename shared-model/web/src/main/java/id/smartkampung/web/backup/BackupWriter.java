package id.smartkampung.web.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.web.backup.BackupException.Reason;
import io.quarkus.logging.Log;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes all rows of one moment into one locked file. */
public final class BackupWriter {

    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String MANIFEST = "manifest.json";

    /** Whatever the settings of role or server are, the text of a value is always the same. */
    static final List<String> SAME_TEXT = List.of(
            "set local timezone = 'UTC'",
            "set local datestyle = 'ISO, MDY'",
            "set local intervalstyle = 'postgres'",
            "set local extra_float_digits = 1",
            "set local bytea_output = 'hex'",
            "set local search_path = public",
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0");

    private final Store store;
    private final Clock clock;

    public BackupWriter(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes all rows and the files that they name; whole or not at all. */
    public Manifest write(Path file, String recipient) throws BackupException {
        return write(file, recipient, true);
    }

    /** Writes all rows, and looks whether the files that they name lie where they should; they stay there. */
    public Manifest writeRows(Path file, String recipient) throws BackupException {
        return write(file, recipient, false);
    }

    private Manifest write(Path file, String recipient, boolean whole) throws BackupException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            return write(draft, file, recipient, whole);
        } catch (IOException e) {
            // Before the draft is let go, which makes room.
            throw Medium.unwritten(e, file);
        } finally {
            forget(draft);
        }
    }

    private Manifest write(Path draft, Path file, String recipient, boolean whole) throws BackupException, IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Manifest manifest;
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            manifest = write(new Unclosed(Channels.newOutputStream(channel)), recipient, whole);
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    private static void forget(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // The medium is gone, and the draft with it.
            Log.warnf("what was begun of a backup is left at %s", draft);
        }
    }

    private Manifest write(OutputStream target, String recipient, boolean whole) throws BackupException, IOException {
        try (Connection connection = store.connect();
                ZipOutputStream zip = new ZipOutputStream(Seal.locking(target, recipient))) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest rows = copyAll(connection, zip);
            List<FileFolder.Named> named =
                    store.files() == null ? List.of() : store.files().named(connection);
            // Nothing waits for the files: they are never changed, and lie there before a row names them.
            connection.rollback();
            FileCopy files = new FileCopy(store.files());
            for (FileFolder.Named file : named) {
                if (whole) {
                    files.copy(file, zip);
                } else {
                    files.look(file);
                }
            }
            Manifest manifest = rows.with(files);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            new ObjectMapper()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(zip, manifest);
            zip.closeEntry();
            return manifest;
        } catch (SQLException e) {
            throw new BackupException(e, Reason.DATABASE, e.getSQLState());
        }
    }

    private Manifest copyAll(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        try (Statement settings = connection.createStatement()) {
            for (String setting : SAME_TEXT) {
                settings.execute(setting);
            }
        }
        Catalog catalog = new Catalog(connection);
        String position = store.positionQuery() == null ? "" : String.join("", catalog.strings(store.positionQuery()));
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<Manifest.Table> tables = new ArrayList<>();
        for (String table : catalog.tables()) {
            tables.add(copy(copy, table, catalog.columns(table), zip));
        }
        return new Manifest(
                Manifest.FORMAT,
                store.program(),
                store.node(),
                store.version(),
                catalog.schema(),
                catalog.postgres(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                position,
                tables,
                Catalog.LEFT_OUT.stream().sorted().toList(),
                // Read last: they are not part of the snapshot, and may only be ahead of its rows.
                catalog.sequences(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Manifest.Table copy(CopyManager copy, String table, List<String> columns, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(TABLES + table));
        DigestOutputStream digested = new DigestOutputStream(new Unclosed(zip), Digests.sha256());
        long rows = copy.copyOut(Catalog.copy(table, columns) + " to stdout", digested);
        zip.closeEntry();
        return new Manifest.Table(table, columns, rows, Digests.hex(digested.getMessageDigest()));
    }

    /** Is closed by whom it belongs to. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
