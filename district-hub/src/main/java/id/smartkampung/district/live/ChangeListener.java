package id.smartkampung.district.live;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from the database which villages changed, whichever instance of the hub applied it, and tells open pages and
 * whoever follows the changes: the first one at once, the following ones gathered.
 */
@ApplicationScoped
public class ChangeListener {

    /** Said when the connection is new: something may have changed while nobody listened. */
    public static final String EVERYTHING = "*";

    private static final String CHANNEL = "kampung_hub";
    private static final int IDLE_MILLIS = 10_000;
    private static final int SHORTEST_WAIT_MILLIS = 1;

    private final BroadcastProcessor<Set<String>> changes = BroadcastProcessor.create();
    private final String url;
    private final Properties login = new Properties();
    private final LiveConfig config;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean listening;
    private Thread thread;

    ChangeListener(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            LiveConfig config) {
        this.url = url;
        this.config = config;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "district-hub-live");
        login.setProperty("tcpKeepAlive", "true");
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "kampung-live");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.interrupt();
        changes.onComplete();
        thread.join(config.stopWithin().toMillis());
    }

    /** The nodes that changed; a page that reads slowly misses nothing, since it is told of the last ones again. */
    public Multi<Set<String>> changes() {
        return changes.onOverflow().buffer(config.backlog());
    }

    /** Whether pages can rely on being told. */
    public boolean isListening() {
        return listening;
    }

    private void run() {
        while (!isStopping()) {
            try (Connection connection = new Driver().connect(url, login)) {
                listen(connection);
            } catch (SQLException e) {
                listening = false;
                if (isStopping()) {
                    return;
                }
                Log.warnf("Open pages are not told of changes for now: SQLSTATE %s", e.getSQLState());
                if (stopsWithin(config.retryAfter())) {
                    return;
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        listening = true;
        changes.onNext(Set.of(EVERYTHING));
        PGConnection notifications = connection.unwrap(PGConnection.class);
        Gathering gathering = new Gathering(config.gatherFor());
        while (!isStopping()) {
            int wait = gathering.waitMillis(System.nanoTime(), IDLE_MILLIS);
            PGNotification[] heard = notifications.getNotifications(Math.max(SHORTEST_WAIT_MILLIS, wait));
            if (heard != null) {
                for (PGNotification notification : heard) {
                    gathering.add(notification.getParameter());
                }
            } else if (gathering.isEmpty() && !connection.isValid(1)) {
                throw new SQLException("the connection that listens is gone", "08006");
            }
            Set<String> due = gathering.take(System.nanoTime());
            if (!due.isEmpty()) {
                changes.onNext(due);
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
