package id.smartkampung.district.trust;

import id.smartkampung.district.village.VillageLock;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Ends a key of a village at a position of its log: for a stolen machine or a key that was copied. */
@ApplicationScoped
public class RevocationService {

    private static final int SHORTEST_REASON = 5;

    private static final String REVOKE = """
            update village_key
            set until_epoch = ?, until_sequence = ?, revoked_at = ?, revoked_by = ?, revoked_reason = ?
            where node = ? and key_id = ? and revoked_at is null and until_epoch is null
            """;

    private final AgroalDataSource database;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    RevocationService(AgroalDataSource database, CurrentAccount account, Audit audit, Clock clock) {
        this.database = database;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * From the next event on nothing is applied that this key signed. What was applied stays; a village goes on when
     * another key of it is registered.
     */
    @Transactional
    public LogPosition revoke(NodeId node, String keyId, String reason) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw new RefusedException("trust.reason-needed");
        }
        try (Connection connection = database.getConnection()) {
            // Locked, so that no turn that is under way believes the key a moment longer.
            LogPosition from = VillageLock.take(connection, node)
                    .orElseThrow(() -> new RefusedException("trust.key-ended"))
                    .next();
            try (PreparedStatement revoke = connection.prepareStatement(REVOKE)) {
                revoke.setInt(1, from.epoch());
                revoke.setLong(2, from.sequence());
                revoke.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                revoke.setString(4, account.username());
                revoke.setString(5, why);
                revoke.setString(6, node.value());
                revoke.setString(7, keyId);
                if (revoke.executeUpdate() == 0) {
                    throw new RefusedException("trust.key-ended");
                }
            }
            audit.record("key-revoked", "village/" + node, List.of(keyId, from.toString()), why);
            Log.warnf("key %s of village %s counts no more from %s on", keyId, node, from);
            return from;
        } catch (SQLException e) {
            throw new IllegalStateException("key " + keyId + " of village " + node + " is not revoked", e);
        }
    }
}
