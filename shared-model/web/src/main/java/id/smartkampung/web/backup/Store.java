package id.smartkampung.web.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * The database of a program, reached as its owner: only the owner sees every row and may switch the guards off.
 *
 * @param program its name, as in the manifest
 * @param node whose database it is
 * @param version of the program
 * @param positionQuery gives the position of the log as one text; null where there is none
 * @param placeholders of the migrations
 */
public record Store(
        String program,
        String node,
        String version,
        String url,
        String owner,
        String password,
        String positionQuery,
        Map<String, String> placeholders) {

    /** Tables that have rows before anybody has entered something, since the migrations put them there. */
    static final Set<String> FILLED_BY_MIGRATIONS = Set.of("audit_head", "intake_stop", "office");

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, owner, password);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Store[" + program + " " + node + " " + url + "]";
    }
}
