package id.smartkampung.deploy.e2e;

import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.servers.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of a program as it was at a moment, and its way back into service. */
final class Backup {

    private final PostgresServer postgres;
    private final ProgramProcess program;
    private final Database database;
    private final String copy;

    private Backup(PostgresServer postgres, ProgramProcess program, Database database) {
        this.postgres = postgres;
        this.program = program;
        this.database = database;
        this.copy = database.name() + "_backup";
    }

    /** Copies the database while its program stands still. */
    static Backup of(PostgresServer postgres, ProgramProcess program, Database database) throws SQLException {
        Backup backup = new Backup(postgres, program, database);
        program.stop();
        backup.execute(
                "drop database if exists " + backup.copy,
                "create database " + backup.copy + " template " + database.name() + " owner " + database.owner());
        program.start();
        return backup;
    }

    /** Puts the copy in the place of the database; the program is down then. */
    void restore() throws SQLException {
        program.stop();
        execute(
                "drop database " + database.name() + " with (force)",
                "alter database " + copy + " rename to " + database.name());
        postgres.createDatabase(
                database.name(), database.ownerPassword(), database.appPassword(), database.readerPassword());
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.asAdmin("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
