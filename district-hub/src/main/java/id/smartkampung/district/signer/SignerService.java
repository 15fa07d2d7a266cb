package id.smartkampung.district.signer;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Gives certificates to those who sign letters, and takes them back; the village hears in the same transaction. */
@ApplicationScoped
public class SignerService {

    private static final int UNPROCESSABLE = 422;
    private static final int SHORTEST_REASON = 5;

    private final AgroalDataSource database;
    private final AuthorityKey authority;
    private final RevocationService revocations;
    private final CommandLog commands;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    SignerService(
            AgroalDataSource database,
            AuthorityKey authority,
            RevocationService revocations,
            CommandLog commands,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.authority = authority;
        this.revocations = revocations;
        this.commands = commands;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String name, String title, String request, String village) {}

    @Transactional
    public void certify(NodeId node, UUID keyId) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            Asked asked = lock(connection, node, keyId);
            long serial = nextSerial(connection);
            String chain = certified(asked, serial, now);
            try (PreparedStatement update = connection.prepareStatement("""
                    update signer set (serial, certificate, certified_at, certified_by, expires_at) = (?, ?, ?, ?, ?)
                    where node = ? and key_id = ?
                    """)) {
                update.setLong(1, serial);
                update.setString(2, chain);
                update.setObject(3, now.atOffset(ZoneOffset.UTC));
                update.setString(4, account.username());
                update.setObject(5, now.plus(Authority.SIGNER_LASTS).atOffset(ZoneOffset.UTC));
                update.setString(6, node.value());
                update.setObject(7, keyId);
                update.executeUpdate();
            }
            commands.append(connection, node, new DistrictEvent.SignerCertified(UuidV7.at(now), keyId, chain));
        } catch (SQLException e) {
            throw new IllegalStateException("key " + keyId + " of village " + node + " is not certified", e);
        }
        audit.record("signer-certified", "signer/" + keyId);
    }

    private String certified(Asked asked, long serial, Instant now) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "ID")
                .addRDN(BCStyle.O, asked.village())
                .addRDN(BCStyle.T, asked.title())
                .addRDN(BCStyle.CN, asked.name());
        try {
            return authority.get().certify(asked.request(), subject.build(), serial, now);
        } catch (IllegalArgumentException e) {
            RefusedException refusal = new RefusedException(UNPROCESSABLE, "signer-request-broken");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** From now on the village signs no more with it, and whoever validates what it signed later is told so. */
    @Transactional
    public void revoke(NodeId node, UUID keyId, String reason) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw new RefusedException(UNPROCESSABLE, "trust.reason-needed");
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement update = connection.prepareStatement("""
                    update signer set (revoked_at, revoked_by, revoked_reason) = (?, ?, ?)
                    where node = ? and key_id = ? and serial is not null and revoked_at is null
                    """)) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setString(2, account.username());
                update.setString(3, reason.strip());
                update.setString(4, node.value());
                update.setObject(5, keyId);
                if (update.executeUpdate() == 0) {
                    throw new RefusedException("signer-not-certified");
                }
            }
            String list = revocations.make(connection, now);
            commands.append(connection, node, new DistrictEvent.SignersRevoked(UuidV7.at(now), list));
        } catch (SQLException e) {
            throw new IllegalStateException("key " + keyId + " of village " + node + " is not revoked", e);
        }
        audit.record("signer-revoked", "signer/" + keyId, List.of(), reason.strip());
    }

    private static Asked lock(Connection connection, NodeId node, UUID keyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select s.name, s.title, s.request, v.name, s.serial from signer s join village v on v.node = s.node
                where s.node = ? and s.key_id = ? for update of s
                """)) {
            select.setString(1, node.value());
            select.setObject(2, keyId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || row.getObject(5) != null) {
                    throw new RefusedException("signer-certified-already");
                }
                return new Asked(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
            }
        }
    }

    private static long nextSerial(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('signer_serial')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
