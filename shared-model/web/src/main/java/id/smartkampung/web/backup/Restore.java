package id.smartkampung.web.backup;

import id.smartkampung.web.backup.BackupException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts the rows of a backup into an empty database: all of them, or none. The files that they name are on the disk before
 * the rows are committed; without their rows they harm nobody, since each is what its name says.
 */
public final class Restore {

    private static final int MAJOR = 10_000;
    private static final String DISK_FULL = "53100";

    private final Store store;
    private final Migrations migrations;

    public Restore(Store store) {
        this.store = store;
        this.migrations = new Migrations(store);
    }

    /** Looks at everything before it writes anything. */
    public Manifest restore(BackupFile file) throws BackupException {
        Manifest manifest = file.verify();
        requireOurs(manifest);
        try {
            requireEmpty(manifest);
            requireRoom(manifest);
            migrations.migrateTo(MigrationVersion.fromVersion(manifest.schema()));
            try (Connection connection = store.connect()) {
                fill(connection, file, manifest);
                connection.commit();
            }
        } catch (SQLException e) {
            throw refusal(e);
        } catch (FlywayException e) {
            throw new BackupException(e, Reason.TABLES, e.getMessage());
        }
        return manifest;
    }

    private void requireOurs(Manifest manifest) throws BackupException {
        if (!manifest.program().equals(store.program()) || !manifest.node().equals(store.node())) {
            throw new BackupException(
                    Reason.OTHER, manifest.program() + " " + manifest.node(), store.program() + " " + store.node());
        }
        MigrationVersion schema = MigrationVersion.fromVersion(manifest.schema());
        MigrationVersion newest = migrations.newest();
        boolean hasNoPlace = store.files() == null && !manifest.files().isEmpty();
        if (schema.compareTo(newest) > 0 || hasNoPlace) {
            throw new BackupException(Reason.NEWER, schema, newest);
        }
        for (List<Manifest.StoredFile> told : List.of(manifest.files(), manifest.beside())) {
            for (Manifest.StoredFile one : told) {
                if (!FileFolder.isPlain(one.path())) {
                    throw new BackupException(Reason.DAMAGED, one.path());
                }
            }
        }
    }

    private void requireRoom(Manifest manifest) throws BackupException {
        if (manifest.files().isEmpty()) {
            return;
        }
        long size =
                manifest.files().stream().mapToLong(Manifest.StoredFile::size).sum();
        Path place = store.files().place();
        try {
            Files.createDirectories(place);
            if (Files.getFileStore(place).getUsableSpace() < size) {
                throw new BackupException(Reason.FILES, place);
            }
        } catch (IOException e) {
            throw new BackupException(e, Reason.FILES, place);
        }
    }

    /** Asked before anything is fetched or typed. */
    void requireEmpty() throws BackupException {
        try (Connection connection = store.connect()) {
            requireFree(new Catalog(connection));
            connection.rollback();
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private void requireFree(Catalog catalog) throws BackupException, SQLException {
        if (catalog.isUsedBy(store.placeholders().get("app_role"))) {
            throw new BackupException(Reason.RUNNING);
        }
        if (!catalog.isEmpty(Store.FILLED_BY_MIGRATIONS)) {
            throw new BackupException(Reason.NOT_EMPTY);
        }
    }

    private void requireEmpty(Manifest manifest) throws BackupException, SQLException {
        try (Connection connection = store.connect()) {
            Catalog catalog = new Catalog(connection);
            if (catalog.postgres() / MAJOR < manifest.postgres() / MAJOR) {
                throw new BackupException(Reason.NEWER_SERVER, manifest.postgres() / MAJOR, catalog.postgres() / MAJOR);
            }
            String there = catalog.schema();
            boolean ahead = !there.isEmpty()
                    && MigrationVersion.fromVersion(there).compareTo(MigrationVersion.fromVersion(manifest.schema()))
                            > 0;
            requireFree(catalog);
            if (ahead) {
                throw new BackupException(Reason.NOT_EMPTY);
            }
            connection.rollback();
        }
    }

    private static BackupException refusal(SQLException e) {
        return DISK_FULL.equals(e.getSQLState())
                ? new BackupException(e, Reason.DATABASE_FULL)
                : new BackupException(e, Reason.DATABASE, e.getSQLState());
    }

    private void fill(Connection connection, BackupFile file, Manifest manifest) throws SQLException, BackupException {
        Map<String, Manifest.Table> tables = new LinkedHashMap<>();
        manifest.tables().forEach(table -> tables.put(table.name(), table));
        Map<String, String> files = new HashMap<>();
        manifest.files().forEach(one -> files.put(one.path(), one.sha256()));
        manifest.lacking().forEach(files::remove);
        execute(connection, BackupWriter.SAME_TEXT);
        Catalog catalog = new Catalog(connection);
        List<String> here = catalog.tables();
        if (!here.containsAll(tables.keySet()) || !tables.keySet().containsAll(here)) {
            throw new BackupException(Reason.OTHER_TABLES);
        }
        // The guards ask for an event in the log: the rows come with the events that they had.
        guards(connection, here, "disable");
        // Since the tables are locked nobody writes to them; somebody may have until now.
        requireFree(catalog);
        for (String table : here) {
            execute(connection, List.of("delete from " + Catalog.quoted(table)));
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        file.read(new BackupFile.Taker() {
            @Override
            public void rows(String table, InputStream rows) throws SQLException, IOException {
                Manifest.Table told = tables.get(table);
                long taken = copy.copyIn(Catalog.copy(table, told.columns()) + " from stdin", rows);
                if (taken != told.rows()) {
                    throw new SQLException("table " + table + " took " + taken + " rows of " + told.rows());
                }
            }

            @Override
            public void file(String path, InputStream content) throws IOException, BackupException {
                if (files.containsKey(path)) {
                    store.files().put(new FileFolder.Named(path, files.get(path)), content);
                }
            }
        });
        guards(connection, here, "enable");
        for (Map.Entry<String, Manifest.Counter> sequence : manifest.sequences().entrySet()) {
            try (PreparedStatement set = connection.prepareStatement("select setval(quote_ident(?)::regclass, ?, ?)")) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue().last());
                set.setBoolean(3, sequence.getValue().called());
                set.execute();
            }
        }
    }

    private static void guards(Connection connection, List<String> tables, String what) throws SQLException {
        for (String table : tables) {
            execute(connection, List.of("alter table " + Catalog.quoted(table) + " " + what + " trigger user"));
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
