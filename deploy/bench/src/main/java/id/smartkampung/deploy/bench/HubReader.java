package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Regency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Looks into the hub's database how far it is. */
final class HubReader implements AutoCloseable {

    /** Events of all villages that the hub has applied. */
    static final String APPLIED = "select coalesce(sum(sequence), 0) from log_cursor";

    private static final double PATIENCE_SECONDS = 900;

    private final Connection connection;
    private final long lookEveryNanos;

    /** @param lookEvery how exact the moments are that it says */
    HubReader(Regency regency, Duration lookEvery) throws SQLException {
        this.connection = regency.hubDatabase().asReader();
        this.lookEveryNanos = lookEvery.toNanos();
    }

    Connection connection() {
        return connection;
    }

    long number(String query) throws SQLException {
        return number(connection, query);
    }

    /** The one number that a query finds. */
    static long number(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Waits until a figure has come so far, and says when that was, in seconds of {@link #now}. */
    double await(String figure, long wanted) throws SQLException {
        double begin = now();
        while (true) {
            double now = now();
            long there = number(figure);
            if (there >= wanted) {
                return now;
            }
            if (now - begin > PATIENCE_SECONDS) {
                throw new IllegalStateException(there + " instead of " + wanted + " after " + (now - begin) + " s");
            }
            LockSupport.parkNanos(lookEveryNanos);
        }
    }

    /** Seconds since some moment that stays the same. */
    static double now() {
        return System.nanoTime() / 1e9;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
