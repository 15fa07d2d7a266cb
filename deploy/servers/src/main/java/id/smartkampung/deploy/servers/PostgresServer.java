package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL as a process of its own, with every durable setting on.
 *
 * <p>It holds nothing but where the server lies: whoever knows folder, port and password can stop a server that another
 * process started.
 */
public final class PostgresServer {

    /** The database and the role that every new server has. */
    static final String ADMIN = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A few of its processes may outlive a killed server for a moment and hold its memory. */
    private static final int START_ATTEMPTS = 5;

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port;
    private final String password;
    private final int connections;

    /** @param programs where the programs of PostgreSQL are unpacked; servers may share them */
    public PostgresServer(Path programs, Path folder, int port, String password, int connections) {
        this.programs = new PostgresPrograms(programs.toAbsolutePath());
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.connections = connections;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("postgresql.log");
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Ends what an earlier run left, and starts on the data that is there; waits until it answers. */
    public void start() {
        stop();
        kill();
        try {
            Files.createDirectories(folder);
            createDataOnce();
            Files.write(data().resolve("postgresql.conf"), settings());
            Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new ServerException("PostgreSQL cannot keep its data in " + folder, e);
        }
        for (int attempt = 1; control("start") != 0; attempt++) {
            if (attempt == START_ATTEMPTS) {
                throw new ServerException("PostgreSQL does not start on port " + port + ", see " + log());
            }
        }
    }

    /** The server's first process, if it runs; PostgreSQL writes its pid and the moment it started. */
    public Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() < 3
                    ? Optional.empty()
                    : PidFile.alive(
                            Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
        } catch (IOException | NumberFormatException e) {
            // No file, or one that was never finished: nobody runs.
            return Optional.empty();
        }
    }

    /** Ends open connections and writes everything down, so that the next start has nothing to recover. */
    public void stop() {
        process().ifPresent(process -> {
            control("stop", "-m", "fast");
            PidFile.awaitExit(process, PATIENCE);
        });
    }

    /** As {@code kill -9} of the server with all its processes. */
    public void kill() {
        process().ifPresent(process -> {
            List<ProcessHandle> children = process.descendants().toList();
            PidFile.kill(process);
            children.forEach(PidFile::kill);
        });
    }

    /** A database with its three roles, created or put right. */
    public Database createDatabase(String name, String ownerPassword, String appPassword, String readerPassword) {
        Database database = new Database(
                name,
                url(name),
                name + "_owner",
                ownerPassword,
                name + "_app",
                appPassword,
                name + "_reader",
                readerPassword);
        try {
            DatabaseSetup.ensure(database, url(ADMIN), password);
            return database;
        } catch (SQLException e) {
            throw new ServerException("PostgreSQL does not create the database " + name + ", see " + log(), e);
        }
    }

    /** For tests that look from outside: everything is allowed. */
    public Connection asAdmin(String database) throws SQLException {
        return DatabaseSetup.connect(url(database), password);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void createDataOnce() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION")) && Files.exists(data().resolve("global/pg_control"))) {
            return;
        }
        Path passwordFile = folder.resolve("password");
        OwnFiles.write(passwordFile, password + "\n");
        int exit = programs.run(
                log(),
                "initdb",
                List.of(
                        "--pgdata=" + data(),
                        "--username=" + ADMIN,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        // Sorting and case folding must not depend on the language of the machine.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.delete(passwordFile);
        if (exit != 0) {
            throw new ServerException("PostgreSQL does not create its data in " + data() + ", see " + log());
        }
    }

    private List<String> settings() {
        return List.of(
                "# Written at every start.",
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = ''",
                "port = " + port,
                "max_connections = " + connections,
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "shared_buffers = 128MB",
                "max_wal_size = 1GB",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                // A statement in the log would carry the values of the row.
                "log_min_error_statement = panic",
                "log_error_verbosity = terse");
    }

    private int control(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("-D", data().toString(), "-w", "-t", Long.toString(PATIENCE.toSeconds())));
        return programs.run(log(), "pg_ctl", arguments);
    }
}
