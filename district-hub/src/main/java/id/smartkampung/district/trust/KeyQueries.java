package id.smartkampung.district.trust;

import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys of villages for people. */
@ApplicationScoped
class KeyQueries {

    private static final String NAME = "select name from village where node = ?";

    private static final String KEYS = """
            select key_id, registered_at, from_sequence, until_sequence, revoked_at, revoked_by, revoked_reason
            from village_key where node = ? order by from_epoch desc, from_sequence desc, key_id
            """;

    private final AgroalDataSource database;

    KeyQueries(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A key as people see it.
     *
     * @param until the first event that it may not sign any more, null while it counts
     * @param revokedAt null when it counts or another took its place
     */
    public record Listed(
            String id, Instant since, long from, Long until, Instant revokedAt, String revokedBy, String reason) {

        public boolean isCurrent() {
            return until == null;
        }
    }

    Optional<String> nameOf(NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NAME)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("village " + node + " was not read", e);
        }
    }

    List<Listed> of(NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                List<Listed> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(new Listed(
                            row.getString("key_id"),
                            instant(row, "registered_at"),
                            row.getLong("from_sequence"),
                            row.getObject("until_sequence", Long.class),
                            instant(row, "revoked_at"),
                            row.getString("revoked_by"),
                            row.getString("revoked_reason")));
                }
                return keys;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of village " + node + " were not read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
