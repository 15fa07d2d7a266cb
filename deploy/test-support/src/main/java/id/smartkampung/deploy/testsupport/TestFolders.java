package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.PidFile;
import id.smartkampung.deploy.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the servers of a test process keep their data: below {@code target}, one folder per process. */
final class TestFolders {

    private TestFolders() {}

    /** A folder for this process; what a killed run left behind is ended and deleted. */
    static Path fresh() {
        Path all =
                Path.of(System.getProperty("basedir", "."), "target", "servers").toAbsolutePath();
        try {
            Files.createDirectories(all);
            for (Path folder : folders(all)) {
                if (owner(folder).process().isEmpty()) {
                    clear(folder);
                }
            }
            Path mine = all.resolve(Long.toString(ProcessHandle.current().pid()));
            owner(mine).write(ProcessHandle.current());
            return mine;
        } catch (IOException e) {
            throw new UncheckedIOException("the test servers have no folder", e);
        }
    }

    /** Unpacked once for all runs of a module. */
    static Path programs() {
        return target().resolve("postgres-programs");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        new PostgresServer(programs(), folder.resolve("postgres"), 0, Servers.PASSWORD, 0).kill();
        new KafkaServer(folder.resolve("kafka"), 0, 0, true).kill();
        delete(folder);
    }

    private static Path target() {
        return Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();
    }

    private static PidFile owner(Path folder) {
        return new PidFile(folder.resolve("owner.pid"));
    }

    private static List<Path> folders(Path all) throws IOException {
        try (Stream<Path> children = Files.list(all)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
