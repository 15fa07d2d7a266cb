package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupFile;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.BackupWriter;
import id.smartkampung.web.backup.Manifest;
import id.smartkampung.web.backup.Restore;
import id.smartkampung.web.backup.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tables of a village, with their guards, go into a backup and come out of it. */
class WholeVillageTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T19:30:00Z"), ZoneOffset.UTC);

    /** Past the guards, as the restore has to go: the rows are there before their events. */
    private static final String ROWS = resource("rows-of-every-table.sql");

    @Test
    void everyTableIsEqualAndTheGuardsStandAgain(@TempDir Path folder) throws Exception {
        Database from = Databases.create("whole_village");
        Database to = Databases.create("new_village");
        migrate(from);
        // As a restore leaves it that did not come to its end: the tables are there, and what migrations put in.
        migrate(to);
        execute(from, ROWS);
        BackupKey key = BackupKey.generate();
        Path file = folder.resolve("village.age");

        new BackupWriter(store(from), CLOCK).write(file, key.recipient());
        Manifest manifest = new Restore(store(to)).restore(new BackupFile(file, key));

        assertThat(manifest.position()).startsWith("1:1 ca978112");
        assertThat(tables(to)).isEqualTo(tables(from)).hasSizeGreaterThan(20);
        for (String table : tables(from)) {
            // Whoever makes a table puts a row of it into the file of this test.
            assertThat(rows(from, table)).as("rows of the test in " + table).isNotEmpty();
            if (table.equals("session")) {
                assertThat(rows(to, table)).isEmpty();
                continue;
            }
            assertThat(rows(to, table)).as(table).isEqualTo(rows(from, table));
        }
        assertThat(strings(to, "select nextval('field_change_seq')")).containsExactly("51");
        // An event of the old cluster must not look like one of a transaction of this one.
        assertThat(strings(to, "select count(distinct xact_id) from outbox where xact_id < pg_current_xact_id()"))
                .containsExactly("1");
        assertThat(refusal(to, "update resident set note = ''")).contains("leaves no event");
        assertThat(refusal(to, "truncate outbox")).contains("is not truncated");
    }

    @Test
    void onlySessionsAreLeftOut(@TempDir Path folder) throws Exception {
        Database from = Databases.create("listed_village");
        migrate(from);
        List<String> all = new ArrayList<>(tables(from));
        all.removeAll(List.of("flyway_schema_history", "session"));

        Manifest manifest = new BackupWriter(store(from), CLOCK)
                .write(folder.resolve("village.age"), BackupKey.generate().recipient());

        assertThat(manifest.tables()).extracting(Manifest.Table::name).containsExactlyInAnyOrderElementsOf(all);
        assertThat(manifest.leftOut()).containsExactly("session");
    }

    private static Store store(Database database) {
        return new Store(
                VillageBackup.PROGRAM,
                "35.10.01.2001",
                "1.0.0",
                database.url(),
                database.owner(),
                database.ownerPassword(),
                VillageBackup.POSITION,
                placeholders(database));
    }

    private static void migrate(Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(placeholders(database))
                .load()
                .migrate();
    }

    private static String resource(String name) {
        try (InputStream file = WholeVillageTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> placeholders(Database database) {
        return Map.of("app_role", database.app(), "reader_role", database.reader());
    }

    private static List<String> tables(Database database) throws SQLException {
        return strings(database, "select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    /** By plain SQL that shares nothing with the program; without what means something in one cluster or run only. */
    private static List<String> rows(Database database, String table) throws SQLException {
        String row = table.equals("flyway_schema_history")
                ? "jsonb_build_object('version', t.version, 'checksum', t.checksum)"
                : "to_jsonb(t) - 'xact_id'";
        return strings(database, "select (" + row + ")::text from " + table + " t order by 1");
    }

    private static String refusal(Database database, String sql) {
        try {
            execute(database, sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Database database, String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (row.next()) {
                strings.add(row.getString(1));
            }
            return strings;
        }
    }
}
