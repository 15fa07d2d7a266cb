package id.smartkampung.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's own process: broker and controller in one, listening on this machine only. */
public final class KafkaMain {

    static final String ENDS_WITH_PARENT = "--ends-with-parent";

    private static final int NODE = 1;

    private static final String CONTROLLER = "CONTROLLER";

    private KafkaMain() {}

    /** Arguments: log folder, port, port of the controller, and whether it ends with its parent. */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains(ENDS_WITH_PARENT)) {
            endWithParent();
        }
        Path log = Path.of(arguments[0]);
        format(log);
        KafkaRaftServer server = new KafkaRaftServer(
                config(log, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path log) throws Exception {
        Files.createDirectories(log);
        Formatter formatter = new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(log.toString())
                .setIgnoreFormatted(true);
        formatter.addDirectory(log.toString());
        if (!Files.exists(log.resolve("meta.properties"))) {
            formatter.run();
        }
    }

    private static KafkaConfig config(Path log, int port, int controllerPort) {
        return KafkaConfig.fromProps(KafkaSettings.properties(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs",
                log.toString())));
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
