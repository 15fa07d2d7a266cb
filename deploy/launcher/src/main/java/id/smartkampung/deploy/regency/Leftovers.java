package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.PidFile;
import id.smartkampung.deploy.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What still runs in a data folder when nobody looks after it any more: ended in order, programs before servers. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final PostgresServer postgres;
    private final KafkaServer kafka;

    public Leftovers(Path folder, Checkout checkout) {
        this.folder = folder;
        // Only to be stopped, for which the folder is enough.
        this.postgres = new PostgresServer(checkout.postgresPrograms(), folder.resolve("postgresql"), 0, "", 0);
        this.kafka = new KafkaServer(folder.resolve("kafka"), 0, 0, false);
    }

    /** Names of what runs. */
    public List<String> running() {
        Stream<String> servers = Stream.concat(
                postgres.process().stream().map(process -> RegencyPlan.POSTGRES),
                kafka.process().stream().map(process -> RegencyPlan.KAFKA));
        Stream<String> programs = pidFiles().stream()
                .filter(file -> file.process().isPresent())
                .map(file -> file.path().getParent().getFileName().toString());
        return Stream.concat(servers, programs).toList();
    }

    public void end() {
        pidFiles().parallelStream().forEach(file -> file.end(PATIENCE));
        kafka.stop();
        postgres.stop();
        postgres.kill();
    }

    private List<PidFile> pidFiles() {
        Path programs = folder.resolve("programs");
        if (!Files.isDirectory(programs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(programs)) {
            return folders.map(program -> new PidFile(program.resolve("program.pid")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be read: " + folder, e);
        }
    }
}
