package id.smartkampung.deploy.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Creates a program's database and roles, or puts right what is there; the same SQL as in the operating guide. */
final class DatabaseSetup {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,}");

    private DatabaseSetup() {}

    static void ensure(Database database, String adminUrl, String adminPassword) throws SQLException {
        requireForm(NAME, database.name());
        try (Connection server = connect(adminUrl, adminPassword)) {
            ensureRole(server, database.owner(), database.ownerPassword());
            ensureRole(server, database.app(), database.appPassword());
            ensureRole(server, database.reader(), database.readerPassword());
            if (!exists(server, "select 1 from pg_database where datname = '" + database.name() + "'")) {
                execute(server, "create database " + database.name() + " owner " + database.owner());
            }
        }
        try (Connection inside = connect(database.url(), adminPassword)) {
            for (String grant : grants(database)) {
                execute(inside, grant);
            }
        }
    }

    private static List<String> grants(Database database) {
        String name = database.name();
        String others = database.app() + ", " + database.reader();
        String ofOwner = "alter default privileges for role " + database.owner() + " in schema public grant ";
        return List.of(
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + others,
                "alter schema public owner to " + database.owner(),
                "revoke all on schema public from public",
                "grant usage on schema public to " + others,
                ofOwner + "select, insert, update, delete on tables to " + database.app(),
                ofOwner + "usage, select on sequences to " + database.app(),
                ofOwner + "select on tables to " + database.reader());
    }

    private static void ensureRole(Connection server, String role, String password) throws SQLException {
        requireForm(NAME, role);
        requireForm(PASSWORD, password);
        String verb = exists(server, "select 1 from pg_roles where rolname = '" + role + "'") ? "alter" : "create";
        execute(
                server,
                verb + " role " + role + " login nosuperuser nocreatedb nocreaterole password '" + password + "'");
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, PostgresServer.ADMIN, password);
    }

    /** Names and passwords are written into statements that take no parameters. */
    private static void requireForm(Pattern form, String word) {
        if (!form.matcher(word).matches()) {
            throw new IllegalArgumentException("a database, role or password has the form " + form);
        }
    }
}
