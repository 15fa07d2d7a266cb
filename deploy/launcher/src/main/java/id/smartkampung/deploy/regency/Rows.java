package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows of a database as lines of text, to be compared with those of another by somebody who trusts neither program. */
public final class Rows {

    private Rows() {}

    /** Each row a line, columns separated by a bar, nothing for null. Order by what both sides have. */
    public static List<String> of(Database database, String query) throws SQLException {
        try (Connection connection = database.asReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    values.add(value == null ? "" : value);
                }
                lines.add(String.join("|", values));
            }
            return lines;
        }
    }

    public static long number(Database database, String query) throws SQLException {
        return Long.parseLong(of(database, query).get(0));
    }
}
