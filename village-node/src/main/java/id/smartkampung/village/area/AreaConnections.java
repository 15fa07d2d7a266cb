package id.smartkampung.village.area;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * The one place that decides what an account sees that does not see everything: its connections look at the views of the
 * schema {@code area}, or {@code counter} where it is bound to no area, instead of the tables, whatever statement runs
 * over them. Those of other accounts, and of work that nobody asked for, look at the tables as ever.
 */
@ApplicationScoped
class AreaConnections implements AgroalPoolInterceptor {

    private static final String BIND =
            "select set_config('search_path', ?, false), set_config('kampung.areas', ?, false),"
                    + " set_config('kampung.viewer', ?, false)";
    private static final String RELEASE = "reset search_path; reset kampung.areas; reset kampung.viewer";

    private final AreaScope scope;

    /** Weak, since one that breaks while it is out no longer says which it is when it comes back. */
    private final Map<PGConnection, Boolean> bound = Collections.synchronizedMap(new WeakHashMap<>());

    AreaConnections(AreaScope scope) {
        this.scope = scope;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        sight().ifPresent(sight -> bind(connection, sight));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (bound.isEmpty()) {
            return;
        }
        try {
            if (bound.remove(connection.unwrap(PGConnection.class)) != null) {
                release(connection);
            }
        } catch (SQLException e) {
            kill(connection, e);
        }
    }

    private Optional<AreaScope.Sight> sight() {
        return Arc.container().requestContext().isActive() ? scope.sight() : Optional.empty();
    }

    /** Over what cannot be bound nobody reads. */
    private void bind(Connection connection, AreaScope.Sight sight) {
        try (PreparedStatement bind = connection.prepareStatement(BIND)) {
            bound.put(connection.unwrap(PGConnection.class), Boolean.TRUE);
            bind.setString(1, sight.areas() == null ? "counter, public" : "area, public");
            bind.setString(2, Objects.requireNonNullElse(sight.areas(), ""));
            bind.setString(3, Objects.toString(sight.viewer(), ""));
            bind.execute();
        } catch (SQLException e) {
            kill(connection, e);
        }
    }

    private static void release(Connection connection) throws SQLException {
        try (Statement release = connection.createStatement()) {
            release.execute(RELEASE);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /**
     * Breaks a connection for good. Nothing is thrown to the pool, which would then leave its place taken for ever: it
     * notices by the statement that fails, and so does whoever was to be given the connection.
     */
    private static void kill(Connection connection, SQLException cause) {
        Log.warnf("a connection is given up, since it could not be bound or released: %s", cause.getSQLState());
        try {
            ((Connection) connection.unwrap(PGConnection.class)).abort(Runnable::run);
        } catch (SQLException e) {
            Log.debugf("it was closed already: %s", e.getSQLState());
        }
        try (Statement none = connection.createStatement()) {
            throw new IllegalStateException("a connection outlived its end: " + none);
        } catch (SQLException e) {
            Log.debugf("the pool takes it out: %s", e.getSQLState());
        }
    }
}
