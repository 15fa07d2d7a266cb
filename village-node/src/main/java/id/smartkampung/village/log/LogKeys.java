package id.smartkampung.village.log;

import id.smartkampung.model.log.LogPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Which key signs which head of this log: each rotation stands in the log itself. */
@ApplicationScoped
public class LogKeys {

    /** The table whose events are rotations. */
    public static final String TABLE = "node_key";

    private static final String LAST = """
            select subject_id from outbox where subject_table = 'node_key'
            order by epoch desc, sequence desc limit 1
            """;

    private static final String BEFORE = """
            select subject_id from outbox where subject_table = 'node_key' and (epoch, sequence) < (?, ?)
            order by epoch desc, sequence desc limit 1
            """;

    private final DataSource database;

    LogKeys(DataSource database) {
        this.database = database;
    }

    /** The rotation whose key signs what comes next; nothing for the first key. */
    public Optional<UUID> current() {
        return rotation(LAST);
    }

    /** The rotation whose key signs the head at this position; the event of a rotation is signed with the key before. */
    public Optional<UUID> at(LogPosition position) {
        return rotation(BEFORE, position.epoch(), position.sequence());
    }

    private Optional<UUID> rotation(String sql, Object... position) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < position.length; i++) {
                select.setObject(i + 1, position[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LogException("the keys of the log were not read", e);
        }
    }
}
