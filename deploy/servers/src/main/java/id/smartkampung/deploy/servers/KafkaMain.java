package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's own process: broker and controller in one, listening on this machine only. */
public final class KafkaMain {

    static final String ENDS_WITH_PARENT = "--ends-with-parent";

    /** Begins the argument that names the folder of the certificates; without it the broker is open to everybody. */
    static final String SECURED = "--secured=";

    /** Begins the argument that names the further door, for those who come over a line of their own. */
    static final String LINE = "--line=";

    /** Holds the administrator's password: an argument could be read by everybody on this machine. */
    static final String PASSWORD = "KAMPUNG_BROKER_PASSWORD";

    private static final int NODE = 1;

    private static final String CONTROLLER = "CONTROLLER";

    private KafkaMain() {}

    /** Arguments: log folder, port, port of the controller, then whether it ends with its parent and is secured. */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains(ENDS_WITH_PARENT)) {
            endWithParent();
        }
        Path log = Path.of(arguments[0]);
        Optional<BrokerSecurity> security = argument(arguments, SECURED)
                .map(folder -> new BrokerSecurity(Path.of(folder), System.getenv(PASSWORD)));
        Optional<KafkaLine> line = argument(arguments, LINE).map(KafkaLine::ofArgument);
        format(log, security);
        KafkaRaftServer server = new KafkaRaftServer(
                config(log, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), security, line),
                Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static Optional<String> argument(String[] arguments, String name) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    private static void format(Path log, Optional<BrokerSecurity> security) throws Exception {
        Files.createDirectories(log);
        Formatter formatter = new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(log.toString())
                .setIgnoreFormatted(true);
        security.ifPresent(closed -> formatter.setScramArguments(List.of(closed.formatArgument())));
        formatter.addDirectory(log.toString());
        if (!Files.exists(log.resolve("meta.properties"))) {
            formatter.run();
        }
    }

    private static KafkaConfig config(
            Path log, int port, int controllerPort, Optional<BrokerSecurity> security, Optional<KafkaLine> line) {
        String listener = security.isPresent() ? "SASL_SSL" : "PLAINTEXT";
        Map<String, String> places = new HashMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                listener + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                listener + "://127.0.0.1:" + port,
                "log.dirs",
                log.toString()));
        security.ifPresent(closed -> places.putAll(closed.server()));
        line.ifPresent(further -> further.openIn(places));
        return KafkaConfig.fromProps(KafkaSettings.properties(places));
    }

    /** The parent holds the other end of our standard input: when it is gone, by whatever end, reading ends. */
    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is ever sent.
                        }
                    } catch (IOException e) {
                        // As good as an end.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
