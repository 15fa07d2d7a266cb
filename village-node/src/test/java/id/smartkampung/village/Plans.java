package id.smartkampung.village;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the database does for a question, for tests of what costs as much after ten years as on the first day. */
public final class Plans {

    private Plans() {}

    /**
     * To the end of this transaction indexes are used wherever there is one that serves, as in a large table: those of
     * tests are so small that it is cheaper to read all.
     */
    public static void asInALargeTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String way : List.of("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin")) {
                statement.execute("set local enable_" + way + " = off");
            }
        }
    }

    public static String of(Connection connection, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet line = statement.executeQuery("explain " + sql)) {
            while (line.next()) {
                plan.append(line.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** Rows of a table that this connection has read so far; only the difference of two says something. */
    public static long rowsRead(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = ?")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
