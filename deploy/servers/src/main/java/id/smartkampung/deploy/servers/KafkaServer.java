package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Kafka broker (KRaft, one node) as a process of its own, with a log folder that outlives it.
 *
 * <p>Like {@link PostgresServer} it holds nothing but where the server lies.
 */
public final class KafkaServer {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final boolean endsWithParent;
    private final Optional<BrokerSecurity> security;
    private final Optional<KafkaLine> line;

    /**
     * A broker that everybody on this machine may use.
     *
     * @param endsWithParent whether it goes when the process that started it dies, as tests want it
     */
    public KafkaServer(Path folder, int port, int controllerPort, boolean endsWithParent) {
        this(folder, port, controllerPort, endsWithParent, Optional.empty(), Optional.empty());
    }

    private KafkaServer(
            Path folder,
            int port,
            int controllerPort,
            boolean endsWithParent,
            Optional<BrokerSecurity> security,
            Optional<KafkaLine> line) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.endsWithParent = endsWithParent;
        this.security = security;
        this.line = line;
    }

    /**
     * The same with TLS, users and rules.
     *
     * @param certificates the folder in which they lie or come to lie
     * @param password of its administrator, and of the key of the authority
     */
    public KafkaServer secured(Path certificates, String password) {
        return new KafkaServer(
                folder,
                port,
                controllerPort,
                endsWithParent,
                Optional.of(new BrokerSecurity(certificates.toAbsolutePath(), password)),
                line);
    }

    /** The same with another door, for those who come over a line of their own; only a secured broker has it. */
    public KafkaServer reachedOver(KafkaLine further) {
        return new KafkaServer(folder, port, controllerPort, endsWithParent, security, Optional.of(further));
    }

    /** How this broker is closed. */
    public BrokerSecurity security() {
        return security.orElseThrow(() -> new IllegalStateException("this broker is open to everybody"));
    }

    /** Settings of a client that may do everything: address, and credential where one is needed. */
    public Map<String, Object> adminClient() {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers()));
        security.ifPresent(closed -> settings.putAll(closed.admin()));
        return settings;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public Path log() {
        return folder.resolve("kafka.log");
    }

    /** Ends what an earlier run left, starts the broker and waits until it answers. */
    public void start() {
        stop();
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()));
            if (security.isPresent()) {
                prepare(security.get());
                builder.environment().put(KafkaMain.PASSWORD, security.get().password());
            }
            Process process = builder.start();
            pidFile().write(process.toHandle());
            awaitAnswer(process);
        } catch (IOException e) {
            throw new ServerException("Kafka cannot be started, see " + log(), e);
        }
    }

    public Optional<ProcessHandle> process() {
        return pidFile().process();
    }

    public void stop() {
        pidFile().end(STOP_PATIENCE);
    }

    public void kill() {
        pidFile().kill();
    }

    /** Records of a time before the broker was closed know no administrator; what matters is sent once more. */
    private void prepare(BrokerSecurity closed) throws IOException {
        if (!closed.certificates().exist()) {
            deleteRecords();
        }
        closed.certificates().ensure();
    }

    private void deleteRecords() throws IOException {
        Path records = folder.resolve("log");
        if (!Files.isDirectory(records)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(records)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private PidFile pidFile() {
        return new PidFile(folder.resolve("kafka.pid"));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaMain.class.getName(),
                folder.resolve("log").toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        security.ifPresent(closed -> command.add(KafkaMain.SECURED + closed.folder()));
        line.ifPresent(further -> command.add(KafkaMain.LINE + further.argument()));
        if (endsWithParent) {
            // It lives for a minute or two: quick to start is better than quick to run.
            command.add(1, "-XX:TieredStopAtLevel=1");
            command.add(KafkaMain.ENDS_WITH_PARENT);
        }
        return command;
    }

    private void awaitAnswer(Process process) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!Ports.answers(port)) {
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new ServerException("Kafka ended while it started on port " + port + ", see " + log());
                }
                if (System.nanoTime() > deadline) {
                    throw new ServerException("Kafka does not answer on port " + port + ", see " + log());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
