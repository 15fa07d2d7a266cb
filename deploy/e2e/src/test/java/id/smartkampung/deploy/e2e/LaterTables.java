package id.smartkampung.deploy.e2e;

import id.smartkampung.deploy.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a later release of the hub would have done to its tables: something is added, as the rules of a release allow,
 * and the history of the migrations names one that no hub of today has.
 */
final class LaterTables {

    private static final String VERSION = "9000";

    private LaterTables() {}

    static void add(Database hub) throws SQLException {
        execute(
                hub,
                "create table later_release (id bigint primary key)",
                "alter table log_cursor add column later_mark text",
                "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " select max(installed_rank) + 1, '" + VERSION + "', 'later', 'SQL', 'V" + VERSION
                        + "__later.sql', 1, current_user, 1, true from flyway_schema_history");
    }

    /** Also when it was never added, or in part. */
    static void remove(Database hub) throws SQLException {
        execute(
                hub,
                "drop table if exists later_release",
                "alter table log_cursor drop column if exists later_mark",
                "delete from flyway_schema_history where version = '" + VERSION + "'");
    }

    private static void execute(Database hub, String... statements) throws SQLException {
        try (Connection owner = hub.asOwner();
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
