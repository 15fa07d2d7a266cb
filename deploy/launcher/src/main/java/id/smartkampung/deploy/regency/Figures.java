package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * How far the hub is, asked of the databases from outside as a reader.
 *
 * @param consolidated events of all villages that the hub has applied
 * @param lag events that villages have recorded and the hub has not applied yet
 */
public record Figures(long consolidated, long lag) {

    /** Empty while a database is away. */
    public static Optional<Figures> of(Regency regency) {
        try {
            long consolidated = number(regency.hubDatabase(), "select coalesce(sum(sequence), 0) from log_cursor");
            long recorded = 0;
            for (KodeWilayah village : regency.plan().villages()) {
                recorded += number(regency.villageDatabase(village), "select coalesce(sum(sequence), 0) from log_head");
            }
            return Optional.of(new Figures(consolidated, Math.max(0, recorded - consolidated)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static long number(Database database, String query) throws SQLException {
        try (Connection connection = database.asReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
