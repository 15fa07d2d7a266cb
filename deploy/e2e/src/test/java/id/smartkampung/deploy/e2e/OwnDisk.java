package id.smartkampung.deploy.e2e;

import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.servers.PostgresServer;
import id.smartkampung.deploy.trouble.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database of one program on a disk of its own, as on a machine of its own; closing it puts it back beside the
 * others. The log of the database server stays where it was.
 */
final class OwnDisk implements AutoCloseable {

    private static final String SPACE = "own_disk";

    private final PostgresServer postgres;
    private final ProgramProcess program;
    private final Database database;
    private final SmallDisk disk;

    private OwnDisk(PostgresServer postgres, ProgramProcess program, Database database, SmallDisk disk) {
        this.postgres = postgres;
        this.program = program;
        this.database = database;
        this.disk = disk;
    }

    static OwnDisk under(PostgresServer postgres, ProgramProcess program, Database database, SmallDisk disk)
            throws IOException, SQLException {
        Path place = Files.createDirectory(disk.folder().resolve("database"));
        OwnDisk own = new OwnDisk(postgres, program, database, disk);
        program.stop();
        own.execute("create tablespace " + SPACE + " location '" + place + "'");
        own.moveTo(SPACE);
        program.start();
        return own;
    }

    ProgramProcess program() {
        return program;
    }

    @Override
    public void close() throws IOException, SQLException {
        disk.empty();
        program.stop();
        moveTo("pg_default");
        execute("drop tablespace " + SPACE);
        program.start();
    }

    private void moveTo(String space) throws SQLException {
        execute("alter database " + database.name() + " set tablespace " + space);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.asAdmin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
