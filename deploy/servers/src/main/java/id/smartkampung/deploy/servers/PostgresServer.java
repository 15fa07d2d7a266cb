package id.smartkampung.deploy.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL as a process of its own, with every durable setting on.
 *
 * <p>It holds nothing but where the server lies: whoever knows folder, port and password can stop a server that another
 * process started.
 */
public final class PostgresServer {

    static final String ADMIN = "postgres";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /** A few of its processes may outlive a killed server for a moment and hold its memory. */
    private static final int START_ATTEMPTS = 3;

    private final Path folder;
    private final int port;
    private final String password;
    private final int connections;

    public PostgresServer(Path folder, int port, String password, int connections) {
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

    public void start() {
        endSilentlyWhatIsLeft();
        for (int attempt = 1; !attemptStart(attempt == START_ATTEMPTS); attempt++) {
            endSilentlyWhatIsLeft();
        }
        requirePassword();
    }

    /** The server's first process, if it runs; PostgreSQL writes its pid and the moment it started. */
    public Optional<ProcessHandle> process() {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() < 3
                    ? Optional.empty()
                    : PidFile.alive(
                            Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends open connections and writes everything down, so that the next start has nothing to recover. */
    public void stop() {
        process().ifPresent(process -> {
            controlled("stop", "-m", "fast", "-w", "-t", "60");
            PidFile.awaitExit(process, START_PATIENCE);
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

    private boolean attemptStart(boolean last) {
        try {
            Files.createDirectories(folder);
            // Not closed: the server is a process of its own and is stopped by its folder, whoever started it.
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_PATIENCE)
                    .setOutputRedirector(Redirect.appendTo(log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(log().toFile()))
                    .setConnectConfig("password", password);
            configure(builder).start();
            return true;
        } catch (IOException | IllegalStateException e) {
            if (last) {
                throw new ServerException("PostgreSQL does not start on port " + port + ", see " + log(), e);
            }
            return false;
        }
    }

    /** The library starts it as for throw-away tests; a later setting overrules its {@code -F}. */
    private EmbeddedPostgres.Builder configure(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", Integer.toString(connections))
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                // Sorting and case folding must not depend on the language of the machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /** A new data folder trusts everybody on this machine: from here on it asks for the password. */
    private void requirePassword() {
        Path rules = data().resolve("pg_hba.conf");
        try (Connection server = asAdmin(ADMIN)) {
            DatabaseSetup.execute(server, "alter role " + ADMIN + " password '" + password + "'");
            Files.writeString(rules, "host all all 127.0.0.1/32 scram-sha-256\n");
            DatabaseSetup.execute(server, "select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new ServerException("PostgreSQL does not take its password, see " + log(), e);
        }
    }

    private void endSilentlyWhatIsLeft() {
        stop();
        kill();
    }

    private void controlled(String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRootOfLinux()) {
            // PostgreSQL refuses to work as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program("pg_ctl").toString(), "-D", data().toString()));
        command.addAll(List.of(arguments));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ServerException("PostgreSQL cannot be controlled, see " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path program(String name) {
        Path programs = folder.resolve("programs");
        try (Stream<Path> files = Files.find(
                programs, 3, (path, attributes) -> path.getFileName().toString().matches(name + "(\\.exe)?"))) {
            return files.findFirst()
                    .orElseThrow(() -> new ServerException("the program " + name + " is not below " + programs));
        } catch (IOException e) {
            throw new ServerException("the programs of PostgreSQL cannot be read: " + programs, e);
        }
    }

    private static boolean isRootOfLinux() {
        return "Linux".equals(System.getProperty("os.name")) && "root".equals(System.getProperty("user.name"));
    }
}
