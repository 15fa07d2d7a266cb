package id.smartkampung.web.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the database what there is in it. */
final class Catalog {

    /** Written by the migrations themselves. */
    static final String HISTORY = "flyway_schema_history";

    /** Whoever was logged in logs in again: a session that was ended since must not live on. */
    static final Set<String> LEFT_OUT = Set.of("session");

    private static final String TABLES = """
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname
        """;

    /**
     * Without what the database computes, and without ids of transactions: they mean something only in the cluster that
     * gave them, and the guard of the log compares them with its own.
     */
    private static final String COLUMNS = """
        select a.attname from pg_attribute a
        where a.attrelid = ('public.' || quote_ident(?))::regclass and a.attnum > 0
            and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
        order by a.attnum
        """;

    private static final String REFERENCES = """
        select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> c.confrelid
        """;

    private static final String SEQUENCES = """
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by c.relname
        """;

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Tables whose rows belong to a backup, each behind those that it refers to. */
    List<String> tables() throws SQLException {
        List<String> left = new ArrayList<>(strings(TABLES));
        left.remove(HISTORY);
        left.removeAll(LEFT_OUT);
        List<String[]> references = references();
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(reference -> reference[0].equals(table) && left.contains(reference[1])))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    List<String> columns(String table) throws SQLException {
        return strings(COLUMNS, table);
    }

    /** Whether somebody is connected as the role of a program: only a running one is. */
    boolean isUsedBy(String role) throws SQLException {
        return !strings(
                        "select pid::text from pg_stat_activity where datname = current_database() and usename = ?",
                        role)
                .isEmpty();
    }

    /** Whether nothing was ever entered here; what the migrations put in does not count. */
    boolean isEmpty(Set<String> ofMigrations) throws SQLException {
        for (String table : strings(TABLES)) {
            if (!table.equals(HISTORY) && !ofMigrations.contains(table) && hasRows(table)) {
                return false;
            }
        }
        return true;
    }

    Map<String, Manifest.Counter> sequences() throws SQLException {
        Map<String, Manifest.Counter> sequences = new LinkedHashMap<>();
        for (String name : strings(SEQUENCES)) {
            try (PreparedStatement select =
                            connection.prepareStatement("select last_value, is_called from " + quoted(name));
                    ResultSet row = select.executeQuery()) {
                row.next();
                sequences.put(name, new Manifest.Counter(row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** The last migration that was carried out; empty before the first. */
    String schema() throws SQLException {
        return strings(TABLES).contains(HISTORY)
                ? String.join(
                        "",
                        strings("select version from " + HISTORY
                                + " where success and version is not null order by installed_rank desc limit 1"))
                : "";
    }

    int postgres() throws SQLException {
        return Integer.parseInt(strings("show server_version_num").get(0));
    }

    private boolean hasRows(String table) throws SQLException {
        return !strings("select 1 from " + quoted(table) + " limit 1").isEmpty();
    }

    private List<String[]> references() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REFERENCES);
                ResultSet row = select.executeQuery()) {
            List<String[]> references = new ArrayList<>();
            while (row.next()) {
                references.add(new String[] {row.getString(1), row.getString(2)});
            }
            return references;
        }
    }

    List<String> strings(String sql, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                List<String> strings = new ArrayList<>();
                while (row.next()) {
                    strings.add(row.getString(1));
                }
                return strings;
            }
        }
    }

    /** The text of a COPY takes no parameters; names are quoted as the database does. */
    static String copy(String table, List<String> columns) {
        return "copy " + quoted(table) + " ("
                + columns.stream().map(Catalog::quoted).collect(Collectors.joining(", ")) + ")";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
