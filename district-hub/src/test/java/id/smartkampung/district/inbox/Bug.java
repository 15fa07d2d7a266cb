package id.smartkampung.district.inbox;

import id.smartkampung.deploy.testsupport.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A mistake of the hub as long as it is open: residents whose name begins with Galat are refused; closing repairs it. */
final class Bug implements AutoCloseable {

    Bug() {
        run("alter table resident add constraint bug check (full_name not like 'Galat%') not valid");
    }

    @Override
    public void close() {
        run("alter table resident drop constraint if exists bug");
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
