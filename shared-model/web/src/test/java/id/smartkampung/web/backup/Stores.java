package id.smartkampung.web.backup;

import id.smartkampung.deploy.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Databases with the shared tables, and what is in them. */
final class Stores {

    private static final String EVERYTHING = """
        insert into account (id, username, display_name, role, active, created_at)
        select gen_random_uuid(), 'uji-' || n, E'Ñ \\t tab \\n baris \\\\ garis \\" kutip ' || n, 'admin', n % 2 = 0,
            timestamptz '0001-01-01 00:00:00+00' + n * interval '1000 days 1 microsecond'
        from generate_series(1, 500) n;
        insert into audit_entry (id, at, username, action, subject, fields, reason, address, prev_hash, hash)
        select n, now(), 'uji', 'login', '\\N', '', '\\.', '', decode('00ff0a0d5c', 'hex'), ''
        from generate_series(1, 300) n;
        update audit_head set last_id = 300;
        """;

    private Stores() {}

    /** Makes the tables and puts rows into them. */
    static void fill(Database database) throws SQLException {
        Migrations migrations = new Migrations(store(database));
        migrations.migrateTo(migrations.newest());
        execute(database, EVERYTHING);
    }

    static Store store(Database database) {
        return store(database, "35.10.01.2001");
    }

    static Store store(Database database, String node) {
        return new Store(
                "probe",
                node,
                "1.0.0",
                database.url(),
                database.owner(),
                database.ownerPassword(),
                null,
                Map.of("app_role", database.app(), "reader_role", database.reader()));
    }

    /** By plain SQL that shares nothing with the program. */
    static List<String> dump(Database database) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables(database)) {
            if (!table.equals("flyway_schema_history") && !table.equals("session")) {
                rows.addAll(strings(database, "select '" + table + "' || t::text from " + table + " t order by 1"));
            }
        }
        return rows;
    }

    static List<String> tables(Database database) throws SQLException {
        return strings(database, "select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> strings(Database database, String sql) throws SQLException {
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
