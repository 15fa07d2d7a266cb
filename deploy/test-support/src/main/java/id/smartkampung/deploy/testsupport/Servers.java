package id.smartkampung.deploy.testsupport;

import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.deploy.servers.PostgresServer;
import java.nio.file.Path;

/**
 * The PostgreSQL and the Kafka of this test run, to be stopped, killed and started again by tests of faults.
 *
 * <p>Known by system properties alone: a test that Quarkus loads in a class loader of its own sees the same servers.
 * Who stops one starts it again before the test ends.
 */
public final class Servers {

    static final String FOLDER = "kampung.test.servers.folder";

    static final String POSTGRES_PORT = "kampung.test.servers.postgres-port";

    static final String KAFKA_PORT = "kampung.test.servers.kafka-port";

    static final String CONTROLLER_PORT = "kampung.test.servers.controller-port";

    /** The servers listen on this machine for the minutes of a test run. */
    static final String PASSWORD = "only-for-tests";

    private static final int CONNECTIONS = 200;

    private Servers() {}

    public static PostgresServer postgres() {
        return new PostgresServer(
                TestFolders.programs(), folder().resolve("postgres"), port(POSTGRES_PORT), PASSWORD, CONNECTIONS);
    }

    public static KafkaServer kafka() {
        return new KafkaServer(folder().resolve("kafka"), port(KAFKA_PORT), port(CONTROLLER_PORT), true);
    }

    private static Path folder() {
        return Path.of(property(FOLDER));
    }

    private static int port(String name) {
        return Integer.parseInt(property(name));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: the test servers start with the JUnit Platform");
        }
        return value;
    }
}
