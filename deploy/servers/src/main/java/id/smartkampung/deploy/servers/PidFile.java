package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file that says which process runs, so that whoever comes later can end it.
 *
 * <p>A pid is given again to others, so it is written with the moment the process started, and a process that started
 * at another moment is not ours.
 */
public record PidFile(Path path) {

    /** The kernel counts from the boot, whose moment is known to the second only. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** The process that was written here, if it still runs. */
    public Optional<ProcessHandle> process() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(path).strip().split(" ");
            return words.length == 2
                    ? alive(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            // Cut off while it was written: nobody can be named by it.
            return Optional.empty();
        }
    }

    /** The process of this pid, if it lives and started at that moment. */
    static Optional<ProcessHandle> alive(long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(startOf(process), startedAt).abs().compareTo(TOLERANCE) < 0);
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    /** Asks the process to end, and ends it after the patience is over. True if it went by itself. */
    public boolean end(Duration patience) {
        boolean byItself = process().map(process -> end(process, patience)).orElse(true);
        delete();
        return byItself;
    }

    /** As {@code kill -9}: nothing is asked. */
    public void kill() {
        process().ifPresent(PidFile::kill);
        delete();
    }

    private static boolean end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (awaitExit(process, patience)) {
            return true;
        }
        kill(process);
        return false;
    }

    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        awaitExit(process, Duration.ofSeconds(10));
    }

    public static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
