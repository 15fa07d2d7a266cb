package id.smartkampung.district.trust;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which keys the villages sign with. */
@ApplicationScoped
public class VillageKeys {

    private static final String KEYS = """
            select public_key, from_epoch, from_sequence, until_epoch, until_sequence, revoked_at is not null as revoked
            from village_key where node = ? order by from_epoch, from_sequence, key_id
            """;

    private static final String REVOKE = """
            update village_key k set (until_epoch, until_sequence, revoked_at) = (c.epoch, c.sequence + 1, ?)
            from log_cursor c where k.node = ? and c.node = k.node and k.until_epoch is null
            """;

    /**
     * What was applied before it was known is not its to sign; a key that counts stays as it is. One that ended with the
     * connection of its village or by a rotation counts again from here; one that a person revoked, never.
     */
    private static final String REGISTER = """
            insert into village_key (node, key_id, public_key, registered_at, from_epoch, from_sequence)
            select ?, ?, ?, ?, coalesce(max(c.epoch), 1), coalesce(max(c.sequence), 0) + 1
            from log_cursor c where c.node = ?
            on conflict (node, key_id) do update
            set (registered_at, from_epoch, from_sequence, until_epoch, until_sequence, revoked_at) =
                (excluded.registered_at, excluded.from_epoch, excluded.from_sequence, null, null, null)
            where village_key.until_epoch is not null and village_key.revoked_by is null
            """;

    /** What stands in the settings says nothing new at a restart. */
    private static final String KNOWN = "select 1 from village_key where node = ? and key_id = ?";

    private final AgroalDataSource database;
    private final TrustConfig config;
    private final Clock clock;

    VillageKeys(AgroalDataSource database, TrustConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void registerConfigured(@Observes @Priority(15) StartupEvent start) {
        for (String entry : config.villageKeys().orElse(List.of())) {
            String[] parts = entry.strip().split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a key of a village is given as node=key, not as " + entry);
            }
            NodeId node = new NodeId(parts[0]);
            VerifyKey key = VerifyKey.ofBase64(parts[1]);
            if (!isKnown(node, key)) {
                register(node, key);
            }
        }
    }

    private boolean isKnown(NodeId node, VerifyKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, node.value());
            select.setString(2, key.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("key " + key.id() + " of village " + node + " is not looked up", e);
        }
    }

    /**
     * From what is applied next on, this village may sign with this key, besides those it has. The caller must know
     * from elsewhere than the log that the key is the village's.
     */
    public void register(NodeId node, VerifyKey key) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(REGISTER)) {
                insert.setString(1, node.value());
                insert.setString(2, key.id());
                insert.setBytes(3, key.raw());
                insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(5, node.value());
                if (insert.executeUpdate() > 0) {
                    Log.infof("village %s signs with key %s", node, key.id());
                }
            } catch (SQLException e) {
                throw new IllegalStateException("key " + key.id() + " of village " + node + " is not registered", e);
            }
        });
    }

    /** From what is applied next on no key of this village counts; what was applied stays. */
    public void revoke(NodeId node) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement update = connection.prepareStatement(REVOKE)) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setString(2, node.value());
                Log.infof("%d keys of village %s count no more", update.executeUpdate(), node);
            } catch (SQLException e) {
                throw new IllegalStateException("the keys of village " + node + " are not revoked", e);
            }
        });
    }

    /** All keys of a village, also those that count no more, in the order in which they began. */
    public static List<KnownKey> of(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                List<KnownKey> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(key(row));
                }
                return keys;
            }
        }
    }

    private static KnownKey key(ResultSet row) throws SQLException {
        int untilEpoch = row.getInt("until_epoch");
        LogPosition until = row.wasNull() ? null : new LogPosition(untilEpoch, row.getLong("until_sequence"));
        return new KnownKey(
                VerifyKey.of(row.getBytes("public_key")),
                new LogPosition(row.getInt("from_epoch"), row.getLong("from_sequence")),
                until,
                row.getBoolean("revoked"));
    }
}
