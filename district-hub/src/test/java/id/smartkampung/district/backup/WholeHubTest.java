package id.smartkampung.district.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.web.backup.BackupFile;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.BackupWriter;
import id.smartkampung.web.backup.Manifest;
import id.smartkampung.web.backup.Restore;
import id.smartkampung.web.backup.Store;
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

/** All tables of the hub go into a backup and come out of it. */
class WholeHubTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T19:30:00Z"), ZoneOffset.UTC);
    private static final String ROWS = """
        insert into village (node, kode_desa, kode_kecamatan, name, kelurahan, registered_at)
        select '35.10.01.20' || n, 'x', 'y', E'Uji \\\\ ' || n, false, now() from generate_series(10, 99) n;
        insert into log_cursor (node, sequence) select node, 7 from village;
        insert into received_event (node, epoch, sequence, event_id, type, subject, time, prev_hash, data_hash, hash,
            salt, data, received_at)
        select node, 1, 7, gen_random_uuid(), 't', 's', now(), sha256('a'), sha256('b'), sha256('c'),
            decode(repeat('5c', 16), 'hex'), convert_to('{"nama": "Ñ"}', 'UTF8'), now() from village;
        insert into resident (node, id, epoch, seq, full_name, base_status, born_on)
        select node, gen_random_uuid(), 1, 7, E'baris\\n\\tdua', 1, '0001-02-03' from village;
        insert into request (node, id, epoch, seq, number, applicant_id, kind, channel, state, home_delivery,
            submitted_at, steps)
        select node, gen_random_uuid(), 1, 7, '1', gen_random_uuid(), 'k', 'c', 's', true, now(),
            '[{"state": "SUBMITTED"}]' from village;
        insert into incident (node, kind, epoch, sequence, detail, at, last_at, broker_offset)
        select node, 'FORK', 1, 7, '', now(), now(), 0 from village;
        insert into village_guest values ('35.10.01.2010', 'f', array['a', E'b"\\\\'], 't', 1, now());
        """;

    @Test
    void everyTableIsEqualAndNumbersGoOn(@TempDir Path folder) throws Exception {
        Database from = Databases.create("whole_hub");
        Database to = Databases.create("new_hub");
        migrate(from);
        // As a restore leaves it that did not come to its end.
        migrate(to);
        execute(from, ROWS);
        BackupKey key = BackupKey.generate();
        Path file = folder.resolve("hub.age");

        new BackupWriter(store(from), CLOCK).write(file, key.recipient());
        new Restore(store(to)).restore(new BackupFile(file, key));

        assertThat(tables(to)).isEqualTo(tables(from)).hasSizeGreaterThan(20);
        for (String table : tables(from)) {
            assertThat(rows(to, table)).as(table).isEqualTo(rows(from, table));
        }
        execute(
                to,
                "insert into incident (node, kind, epoch, sequence, detail, at, last_at, broker_offset)"
                        + " values ('x', 'GAP', 1, 7, '', now(), now(), 0)");
        assertThat(strings(to, "select max(id) from incident")).containsExactly("91");
    }

    @Test
    void onlySessionsAreLeftOut(@TempDir Path folder) throws Exception {
        Database from = Databases.create("listed_hub");
        migrate(from);
        List<String> all = new ArrayList<>(tables(from));
        all.removeAll(List.of("flyway_schema_history", "session"));

        Manifest manifest = new BackupWriter(store(from), CLOCK)
                .write(folder.resolve("hub.age"), BackupKey.generate().recipient());

        assertThat(manifest.tables()).extracting(Manifest.Table::name).containsExactlyInAnyOrderElementsOf(all);
        assertThat(manifest.leftOut()).containsExactly("session");
    }

    private static Store store(Database database) {
        return new Store(
                "district-hub",
                "district-hub",
                "1.0.0",
                database.url(),
                database.owner(),
                database.ownerPassword(),
                null,
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

    private static Map<String, String> placeholders(Database database) {
        return Map.of("app_role", database.app(), "reader_role", database.reader());
    }

    private static List<String> tables(Database database) throws SQLException {
        return strings(database, "select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    /** By plain SQL that shares nothing with the program. */
    private static List<String> rows(Database database, String table) throws SQLException {
        String row = table.equals("flyway_schema_history")
                ? "jsonb_build_object('version', t.version, 'checksum', t.checksum)"
                : "to_jsonb(t)";
        return strings(database, "select (" + row + ")::text from " + table + " t order by 1");
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
