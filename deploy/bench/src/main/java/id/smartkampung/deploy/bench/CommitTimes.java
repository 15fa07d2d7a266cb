package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Regency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** When the event of each number was committed, in seconds since 1970 by the clock of the database server. */
final class CommitTimes {

    private CommitTimes() {}

    /** The server keeps them from its next start on. */
    static void keep(Regency regency) throws SQLException {
        try (Connection admin = regency.postgres().asAdmin("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
        }
    }

    /** In a village, of the events after this number. */
    static Map<Long, Double> inVillage(Connection village, long after) throws SQLException {
        return times(
                village,
                "select sequence, extract(epoch from pg_xact_commit_timestamp(xact_id::text::xid)) from outbox"
                        + " where sequence > ?",
                after);
    }

    /** At the hub, of the events of a village after this number. */
    static Map<Long, Double> atHub(Connection hub, String node, long after) throws SQLException {
        return times(
                hub,
                "select sequence, extract(epoch from pg_xact_commit_timestamp(xmin)) from received_event"
                        + " where node = '" + node + "' and sequence > ?",
                after);
    }

    private static Map<Long, Double> times(Connection connection, String sql, long after) throws SQLException {
        Map<Long, Double> times = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, after);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getLong(1), rows.getDouble(2));
                }
            }
        }
        return times;
    }
}
