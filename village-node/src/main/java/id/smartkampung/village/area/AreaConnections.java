package id.smartkampung.village.area;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<PGConnection> bound = ConcurrentHashMap.newKeySet();

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
            if (bound.remove(connection.unwrap(PGConnection.class))) {
                release(connection);
            }
        } catch (SQLException e) {
            abort(connection, e);
        }
    }

    private Optional<AreaScope.Sight> sight() {
        return Arc.container().requestContext().isActive() ? scope.sight() : Optional.empty();
    }

    /** Whoever cannot be bound gets no connection at all. */
    private void bind(Connection connection, AreaScope.Sight sight) {
        try (PreparedStatement bind = connection.prepareStatement(BIND)) {
            bound.add(connection.unwrap(PGConnection.class));
            bind.setString(1, sight.areas() == null ? "counter, public" : "area, public");
            bind.setString(2, Objects.requireNonNullElse(sight.areas(), ""));
            bind.setString(3, Objects.toString(sight.viewer(), ""));
            bind.execute();
        } catch (SQLException e) {
            abort(connection, e);
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

    private static void abort(Connection connection, SQLException cause) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        throw new IllegalStateException("a connection could not be bound to an area, or released from it", cause);
    }
}
