package id.smartkampung.deploy.volume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Rows of one statement that go to the database together. */
final class Batch implements AutoCloseable {

    private final String sql;
    private final PreparedStatement statement;

    Batch(Connection connection, String sql) throws SQLException {
        this.sql = sql;
        this.statement = connection.prepareStatement(sql);
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        statement.addBatch();
    }

    /** Each of them must have written something. */
    void send() throws SQLException {
        for (int written : statement.executeBatch()) {
            if (written < 1) {
                throw new SQLException("a row was not written by " + sql);
            }
        }
    }

    private static Object stored(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
