package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.JavaCommand;
import id.smartkampung.deploy.servers.PidFile;
import id.smartkampung.deploy.servers.ServerException;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of our programs, run from its packaged jar as a process of its own with its own log and pid file. */
public final class ProgramProcess {

    /** What a person is told of it. */
    public enum State {
        STOPPED,
        UP,
        DIED
    }

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_AGAIN_MILLIS = 100;

    /** A stop from the terminal reaches a whole group of processes: ours are stopped in order, one after the other. */
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path folder;
    private final int port;
    private final Path jar;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final BooleanSupplier cancelled;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_PATIENCE).build();
    private volatile boolean wanted;

    /** @param cancelled asked while it starts: whoever stops the regency does not wait for a start */
    ProgramProcess(
            String name,
            Path folder,
            int port,
            Path jar,
            List<String> javaOptions,
            Map<String, String> environment,
            BooleanSupplier cancelled) {
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.jar = jar;
        this.javaOptions = List.copyOf(javaOptions);
        this.environment = environment;
        this.cancelled = cancelled;
    }

    /** The same program at the same place, from another package: whoever starts it ends the one that runs there. */
    public ProgramProcess from(Path otherJar) {
        return new ProgramProcess(name, folder, port, otherJar, javaOptions, environment, cancelled);
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public Path log() {
        return folder.resolve("program.log");
    }

    public Path folder() {
        return folder;
    }

    public State state() {
        if (process().isPresent()) {
            return State.UP;
        }
        return wanted ? State.DIED : State.STOPPED;
    }

    public Optional<ProcessHandle> process() {
        return pidFile().process();
    }

    /** Ends what an earlier run left, starts the program and waits until it is ready. */
    public void start() {
        awaitReady(spawn());
    }

    /** Starts without waiting: for tests that stop it while it starts. */
    public Process spawn() {
        pidFile().end(STOP_PATIENCE);
        Process process = run(List.of());
        pidFile().write(process.toHandle());
        wanted = true;
        return process;
    }

    /** Runs the program with arguments to its end, as from a command line, and gives its exit code. */
    public int runCommand(String... arguments) {
        return runCommandTyping(List.of(), arguments);
    }

    /** The same for a command that asks; the lines are typed as answers, one after the other. */
    public int runCommandTyping(List<String> lines, String... arguments) {
        try {
            Process process = run(List.of(arguments));
            try (Writer keyboard = process.outputWriter()) {
                for (String line : lines) {
                    keyboard.write(line + "\n");
                }
            } catch (IOException e) {
                throw new ServerException(name + " does not listen to what is typed, see " + log(), e);
            }
            try {
                while (!process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    requireNotCancelled();
                }
                return process.exitValue();
            } finally {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while a command of " + name + " ran", e);
        }
    }

    public void stop() {
        wanted = false;
        pidFile().end(STOP_PATIENCE);
    }

    /** As {@code kill -9}. */
    public void kill() {
        pidFile().kill();
    }

    /** As SIGSTOP: it neither works nor ends, and its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    /** It goes on as if no time had passed. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        ProcessHandle running = process().orElseThrow(() -> new ServerException(name + " does not run"));
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start();
            if (kill.waitFor() != 0) {
                throw new ServerException(name + " cannot be sent SIG" + signal);
            }
        } catch (IOException e) {
            throw new ServerException(name + " cannot be sent SIG" + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while " + name + " was sent SIG" + signal, e);
        }
    }

    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(ANSWER_PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process run(List<String> arguments) {
        requireNotCancelled();
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(OWN_SESSION)) {
            whole.add(OWN_SESSION.toString());
        }
        whole.add(JavaCommand.java());
        whole.addAll(javaOptions);
        whole.addAll(List.of("-jar", jar.toString()));
        whole.addAll(arguments);
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new ServerException(name + " cannot be started, see " + log(), e);
        }
    }

    private void awaitReady(Process process) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!isReady()) {
                requireNotCancelled();
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new ServerException(
                            name + " ended while it started (exit " + process.exitValue() + "), see " + log());
                }
                if (System.nanoTime() > deadline) {
                    throw new ServerException(name + " is not ready on port " + port + ", see " + log());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while " + name + " started", e);
        }
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new ServerException(name + " is not started: the regency stops");
        }
    }

    private PidFile pidFile() {
        return new PidFile(folder.resolve("program.pid"));
    }
}
