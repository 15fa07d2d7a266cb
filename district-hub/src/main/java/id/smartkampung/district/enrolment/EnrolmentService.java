package id.smartkampung.district.enrolment;

import id.smartkampung.district.outbox.BrokerUsers;
import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** Lets villages join with a one-time code, renews what they were given, and shuts them out again. */
@ApplicationScoped
class EnrolmentService {

    private static final int PASSWORD_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgroalDataSource database;
    private final BrokerUsers users;
    private final VillageKeys villageKeys;
    private final HubKeys hubKeys;
    private final HubCertificate certificate;
    private final EnrolmentConfig config;
    private final Audit audit;
    private final CurrentAccount account;
    private final Clock clock;

    EnrolmentService(
            AgroalDataSource database,
            BrokerUsers users,
            VillageKeys villageKeys,
            HubKeys hubKeys,
            HubCertificate certificate,
            EnrolmentConfig config,
            Audit audit,
            CurrentAccount account,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.villageKeys = villageKeys;
        this.hubKeys = hubKeys;
        this.certificate = certificate;
        this.config = config;
        this.audit = audit;
        this.account = account;
        this.clock = clock;
    }

    /** A new code for this village, to be shown now and never again; those that were not used count no more. */
    EnrolmentCode invite(NodeId node) {
        EnrolmentCode code = EnrolmentCode.random(RANDOM, certificate.fingerprint());
        Instant now = clock.instant();
        inTransaction(connection -> {
            EnrolmentTable.withdrawOpen(connection, node, now);
            EnrolmentTable.addCode(
                    connection,
                    node,
                    EnrolmentCode.hash(code.secret()),
                    account.username(),
                    now,
                    now.plus(config.codeValidity()));
            audit.record("enrolment-invited", subject(node));
            return null;
        });
        return code;
    }

    /**
     * Lets in who knows the secret of an unused code; whether the key is theirs must be known by the caller.
     *
     * @throws EnrolmentRefusedException when the code is no good for this village
     */
    EnrolmentAnswer enrol(NodeId node, byte[] secret, VerifyKey key) {
        Instant now = clock.instant();
        EnrolmentAnswer answer = inTransaction(connection -> {
            EnrolmentTable.StoredCode code = EnrolmentTable.lock(connection, EnrolmentCode.hash(secret))
                    .orElseThrow(() -> new EnrolmentRefusedException("the code is none of ours"));
            String complaint = code.complaint(node, key, now);
            if (complaint != null) {
                throw new EnrolmentRefusedException(complaint);
            }
            EnrolmentTable.use(connection, code.id(), key, now);
            // It knows the certificate that it has just met, and nothing of what was told before.
            CertificateTable.forget(connection, node);
            return grant(connection, node, key, "enrolled", now);
        });
        villageKeys.register(node, key);
        Log.infof("village %s has joined with key %s", node, key.id());
        return answer;
    }

    /**
     * A new password for a village that has joined, for any of its keys that counts today: that with which it joined, or
     * the one that took its place. Whether the key asked for it must be known by the caller.
     */
    EnrolmentAnswer renew(NodeId node, Instant renews, VerifyKey key) {
        Instant now = clock.instant();
        return inTransaction(connection -> {
            boolean counts = VillageKeys.of(connection, node).stream()
                    .anyMatch(known -> known.isCurrent() && known.key().equals(key));
            if (!counts || !EnrolmentTable.lock(connection, node, renews)) {
                throw new EnrolmentRefusedException("this key may not renew");
            }
            return grant(connection, node, key, "credential-renewed", now);
        });
    }

    /** Shuts a village out: at the broker at once, and its key signs nothing that comes after what is applied. */
    void revoke(NodeId node) {
        Officer officer = account.officer().orElse(null);
        // First the broker: what is written down as shut out must be out.
        users.revoke(node);
        villageKeys.revoke(node);
        inTransaction(connection -> {
            EnrolmentTable.withdrawOpen(connection, node, clock.instant());
            EnrolmentTable.revoke(connection, node, account.username(), clock.instant());
            audit.recordBy(officer, "enrolment-revoked", subject(node), List.of(), "");
            return null;
        });
        Log.infof("village %s was shut out", node);
    }

    private EnrolmentAnswer grant(Connection connection, NodeId node, VerifyKey key, String action, Instant now)
            throws SQLException {
        Instant expiresAt = now.plus(config.credentialValidity()).truncatedTo(ChronoUnit.SECONDS);
        byte[] password = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(password);
        EnrolmentAnswer answer = new EnrolmentAnswer(
                config.brokers(),
                BrokerUsers.nameOf(node),
                Base64.getUrlEncoder().withoutPadding().encodeToString(password),
                BrokerUsers.MECHANISM,
                certificate.brokerAuthority(),
                expiresAt.toString(),
                hubKeys.toPin().stream().map(VerifyKey::base64).toList());
        EnrolmentTable.grant(connection, node, key, now, expiresAt);
        audit.recordBy(null, action, subject(node), List.of(), "");
        // Last: when the broker is away nothing of this holds, and the code stays good.
        users.grant(node, answer.password());
        return answer;
    }

    private static String subject(NodeId node) {
        return "village/" + node;
    }

    /** Work on the tables. */
    @FunctionalInterface
    private interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }
}
