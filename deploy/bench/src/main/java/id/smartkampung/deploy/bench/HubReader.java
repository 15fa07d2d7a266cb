package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.regency.Regency;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
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
