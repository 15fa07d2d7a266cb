package id.smartkampung.district.village;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps everybody else, and the village's own next batch, from its rows to the end of the transaction. */
public final class VillageLock {

    private VillageLock() {}

    /** Takes the lock and says how far the village was applied; empty when it is not registered. */
    public static Optional<LogPosition> take(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select epoch, sequence from log_cursor where node = ? for update")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new LogPosition(row.getInt(1), row.getLong(2))) : Optional.empty();
            }
        }
    }
}
