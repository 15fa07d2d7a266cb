package id.smartkampung.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The physical limit that the ingest is held against: the same rows, by COPY, into tables with the same columns, keys
 * and indexes, on the same server with the same durable settings.
 */
final class CopyLimit {

    /** What the hub writes for an event; the cursor and the totals are too small to matter. */
    static final List<String> TABLES =
            List.of("received_event", "resident", "family", "request", "request_flow", "removed_subject");

    private CopyLimit() {}

    /** Seconds that COPY takes for all rows of the tables, each table in one transaction. */
    static double seconds(Connection owner, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        double seconds = 0;
        for (String table : TABLES) {
            Path rows = folder.resolve(table + ".copy");
            copyOut(owner, table, rows);
            execute(owner, "drop table if exists copy_" + table);
            execute(owner, "create table copy_" + table + " (like " + table + " including all)");
            seconds += copyIn(owner, "copy_" + table, rows);
            execute(owner, "drop table copy_" + table);
            Files.delete(rows);
        }
        return seconds;
    }

    private static void copyOut(Connection owner, String table, Path rows) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(rows)) {
            copy(owner).copyOut("copy " + table + " to stdout (format binary)", out);
        }
    }

    private static double copyIn(Connection owner, String table, Path rows) throws SQLException, IOException {
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(rows)) {
            copy(owner).copyIn("copy " + table + " from stdin (format binary)", in, 1 << 16);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
