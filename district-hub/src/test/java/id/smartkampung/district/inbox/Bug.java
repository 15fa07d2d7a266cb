package id.smartkampung.district.inbox;

import id.smartkampung.deploy.testsupport.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A mistake of the hub as long as it is open: some rows are refused; closing repairs it. */
public final class Bug implements AutoCloseable {

    private final String table;

    /** Residents whose name begins with Galat are refused. */
    Bug() {
        this("resident", "full_name not like 'Galat%'");
    }

    /** Rows of a table are refused that are not so. */
    public Bug(String table, String check) {
        this.table = table;
        run("alter table " + table + " add constraint bug check (" + check + ") not valid");
    }

    @Override
    public void close() {
        run("alter table " + table + " drop constraint if exists bug");
    }

    private static void run(String sql) {
        try (Connection owner = Databases.district().asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
