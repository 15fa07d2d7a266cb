package id.smartkampung.district.trust;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** A new key of a village takes the place of the others behind the event that tells of it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class KeyProjection {

    private static final String END_OTHERS = """
            update village_key set until_epoch = ?, until_sequence = ?
            where node = ? and key_id <> ? and until_epoch is null
            """;

    private static final String BEGIN = """
            insert into village_key (node, key_id, public_key, registered_at, from_epoch, from_sequence)
            values (?, ?, ?, ?, ?, ?)
            on conflict (node, key_id) do nothing
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    KeyProjection(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void apply(NodeId node, List<Applied<KeyRotated>> rotations) throws SQLException {
        if (rotations.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            for (Applied<KeyRotated> rotation : rotations) {
                VerifyKey key = VerifyKey.ofBase64(rotation.event().publicKey());
                LogPosition from = rotation.position().next();
                try (PreparedStatement end = connection.prepareStatement(END_OTHERS)) {
                    end.setInt(1, from.epoch());
                    end.setLong(2, from.sequence());
                    end.setString(3, node.value());
                    end.setString(4, key.id());
                    end.executeUpdate();
                }
                begin(connection, node, key, from);
            }
        }
    }

    private void begin(Connection connection, NodeId node, VerifyKey key, LogPosition from) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, node.value());
            begin.setString(2, key.id());
            begin.setBytes(3, key.raw());
            begin.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            begin.setInt(5, from.epoch());
            begin.setLong(6, from.sequence());
            begin.executeUpdate();
        }
    }
}
