package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.servers.Ports;
import id.smartkampung.deploy.servers.ServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the servers once per test process, before any test is looked for, and tells the programs under test where they
 * are by the names of their settings.
 */
public class TestServers implements LauncherSessionListener {

    private static boolean started;

    /** Surefire opens a session to look for tests and another to run them. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        startOnce();
    }

    private static synchronized void startOnce() {
        if (started) {
            return;
        }
        started = true;
        Path folder = TestFolders.fresh();
        set(Servers.FOLDER, folder.toString());
        set(Servers.POSTGRES_PORT, Integer.toString(Ports.free()));
        set(Servers.KAFKA_PORT, Integer.toString(Ports.free()));
        set(Servers.CONTROLLER_PORT, Integer.toString(Ports.free()));
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stop, "stop-test-servers"));
        CompletableFuture<Void> kafka = CompletableFuture.runAsync(TestServers::startKafka);
        startPostgres();
        try {
            kafka.join();
        } catch (CompletionException e) {
            throw new ServerException("Kafka is needed by the tests", e.getCause());
        }
    }

    private static void startKafka() {
        Servers.kafka().start();
        set("KAFKA_BOOTSTRAP_SERVERS", Servers.kafka().bootstrapServers());
        set("kafka.bootstrap.servers", Servers.kafka().bootstrapServers());
    }

    private static void startPostgres() {
        Servers.postgres().start();
        publish("VILLAGE", Databases.village());
        publish("DISTRICT", Databases.district());
        publish("WEB", Databases.create("web"));
    }

    private static void publish(String program, Database database) {
        set(program + "_DB_URL", database.url());
        set(program + "_DB_OWNER", database.owner());
        set(program + "_DB_OWNER_PASSWORD", database.ownerPassword());
        set(program + "_DB_USER", database.app());
        set(program + "_DB_PASSWORD", database.appPassword());
        set(program + "_DB_READER", database.reader());
    }

    private static void set(String name, String value) {
        System.setProperty(name, value);
    }

    /** Nothing of a test run is needed afterwards, so nothing is written down. */
    private static void stop() {
        Servers.kafka().kill();
        Servers.postgres().kill();
        try {
            TestFolders.delete(Path.of(System.getProperty(Servers.FOLDER)));
        } catch (IOException e) {
            // The next run clears it away.
        }
    }
}
