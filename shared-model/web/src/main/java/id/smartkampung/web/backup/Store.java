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
 * @param files that the rows name; null where there are none
 */
public record Store(
        String program,
        String node,
        String version,
        String url,
        String owner,
        String password,
        String positionQuery,
        Map<String, String> placeholders,
        FileFolder files) {

    /** Tables that have rows before anybody has entered something, since the migrations put them there. */
    static final Set<String> FILLED_BY_MIGRATIONS = Set.of("audit_head", "intake_stop", "office", "work_day");

    /** Without files. */
    public Store(
            String program,
            String node,
            String version,
            String url,
            String owner,
            String password,
            String positionQuery,
            Map<String, String> placeholders) {
        this(program, node, version, url, owner, password, positionQuery, placeholders, null);
    }

    /** The same database, whose rows name these files. */
    public Store with(FileFolder folder) {
        return new Store(program, node, version, url, owner, password, positionQuery, placeholders, folder);
    }

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
