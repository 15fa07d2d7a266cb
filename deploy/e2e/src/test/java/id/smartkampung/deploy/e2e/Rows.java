package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a village and of the hub, read by plain SQL that shares nothing with the programs, and compared.
 *
 * <p>The columns are taken from the hub's tables: what the hub has of a village must be what the village has.
 */
final class Rows {

    private static final List<String> TABLES = List.of("family", "resident", "request", "mutation");

    private Rows() {}

    /** Fails with the first rows that differ. */
    static void assertEqual(Connection village, Connection hub, String node) throws SQLException {
        for (String table : TABLES) {
            List<String> columns = columns(hub, table);
            assertThat(dump(hub, table, columns, "where node = '" + node + "'"))
                    .as("rows of %s at the hub and at village %s", table, node)
                    .isEqualTo(dump(village, table, columns, ""));
        }
        assertThat(steps(
                        hub,
                        "select id, step->>'state', (step->>'at')::timestamptz from request r,"
                                + " jsonb_array_elements(r.steps) step where r.node = '" + node + "'"))
                .as("steps of the requests of village %s", node)
                .isEqualTo(steps(village, "select request_id, state, at from request_step"));
        assertTotals(hub, node);
    }

    /** What the dashboard shows is what a count of the rows gives. */
    static void assertTotals(Connection hub, String node) throws SQLException {
        assertThat(number(
                        hub, "select coalesce(sum(amount), 0) from stock where measure = 'people' and node = ?", node))
                .as("people of %s in the totals", node)
                .isEqualTo(number(hub, "select count(*) from resident where base_status = 1 and node = ?", node));
        assertThat(number(
                        hub,
                        "select coalesce(sum(amount), 0) from stock where measure = 'families' and node = ?",
                        node))
                .as("families of %s in the totals", node)
                .isEqualTo(number(hub, "select count(*) from family where node = ?", node));
        assertThat(number(
                        hub,
                        "select coalesce(sum(amount), 0) from stock where measure = 'requests' and node = ?",
                        node))
                .as("requests of %s in the totals", node)
                .isEqualTo(number(hub, "select count(*) from request where node = ?", node));
        assertThat(number(
                        hub,
                        "select coalesce(sum(amount), 0) from stock where measure = 'mutations' and node = ?",
                        node))
                .as("mutations of %s in the totals", node)
                .isEqualTo(number(
                        hub, "select count(*) from mutation where counted and undone_at is null and node = ?", node));
    }

    /** The log of the village is at the hub once and whole: as many events as the village numbered, and no more. */
    static void assertLogIsWhole(Connection village, Connection hub, String node) throws SQLException {
        long numbered;
        try (PreparedStatement query = village.prepareStatement("select sequence from log_head");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            numbered = rows.getLong(1);
        }
        assertThat(numbered).as("events numbered at %s", node).isPositive();
        assertThat(number(hub, "select count(distinct sequence) from received_event where node = ?", node))
                .as("events of %s at the hub", node)
                .isEqualTo(numbered);
        assertThat(number(hub, "select count(*) from parked_event where node = ?", node))
                .as("parked events of %s", node)
                .isZero();
    }

    static long number(Connection connection, String sql, String node) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, node);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<String> columns(Connection hub, String table) throws SQLException {
        return strings(
                hub,
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = '"
                        + table + "' and column_name not in ('node', 'epoch', 'seq', 'steps') order by column_name");
    }

    private static List<String> dump(Connection connection, String table, List<String> columns, String where)
            throws SQLException {
        String row = "select row(" + String.join(", ", columns) + ")::text from " + table + " " + where;
        return strings(connection, row + " order by id");
    }

    private static List<String> steps(Connection connection, String sql) throws SQLException {
        return strings(connection, "select row(s.*)::text from (" + sql + ") s(id, state, at) order by id, at, state");
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
