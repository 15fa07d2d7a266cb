package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Writes codes and credentials, in the transaction of the service. */
final class EnrolmentTable {

    /** The answer may have been lost on its way: for a moment the same key may ask again. */
    private static final Duration REPEAT = Duration.ofMinutes(15);

    private EnrolmentTable() {}

    /** A code as it is kept. */
    record StoredCode(UUID id, String node, Instant expiresAt, Instant usedAt, VerifyKey usedBy, Instant withdrawnAt) {

        /** Why it is no good for this village with this key now, or null. */
        String complaint(NodeId wanted, VerifyKey key, Instant now) {
            if (!node.equals(wanted.value())) {
                return "the code is that of another village";
            }
            if (withdrawnAt != null) {
                return "the code was withdrawn";
            }
            if (!now.isBefore(expiresAt)) {
                return "the code has expired";
            }
            boolean again = usedAt != null && key.equals(usedBy) && now.isBefore(usedAt.plus(REPEAT));
            return usedAt == null || again ? null : "the code was used before";
        }
    }

    static void withdrawOpen(Connection connection, NodeId node, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
            update enrolment_code set withdrawn_at = ?
            where node = ? and used_at is null and withdrawn_at is null
            """)) {
            update.setObject(1, at(now));
            update.setString(2, node.value());
            update.executeUpdate();
        }
    }

    static void addCode(Connection connection, NodeId node, Hash secret, String by, Instant now, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into enrolment_code (id, node, secret_hash, created_at, created_by, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, node.value());
            insert.setBytes(3, secret.bytes());
            insert.setObject(4, at(now));
            insert.setString(5, by);
            insert.setObject(6, at(expiresAt));
            insert.executeUpdate();
        }
    }

    /** The code of this secret, locked to the end of the transaction: of two who use it at once one comes first. */
    static Optional<StoredCode> lock(Connection connection, Hash secret) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
            select id, node, expires_at, used_at, used_by, withdrawn_at
            from enrolment_code where secret_hash = ? for update
            """)) {
            select.setBytes(1, secret.bytes());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] usedBy = row.getBytes("used_by");
                return Optional.of(new StoredCode(
                        row.getObject("id", UUID.class),
                        row.getString("node"),
                        instant(row, "expires_at"),
                        instant(row, "used_at"),
                        usedBy == null ? null : VerifyKey.of(usedBy),
                        instant(row, "withdrawn_at")));
            }
        }
    }

    static void use(Connection connection, UUID code, VerifyKey key, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update enrolment_code set used_at = coalesce(used_at, ?), used_by = ? where id = ?")) {
            update.setObject(1, at(now));
            update.setBytes(2, key.raw());
            update.setObject(3, code);
            update.executeUpdate();
        }
    }

    static void grant(Connection connection, NodeId node, VerifyKey key, Instant now, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
            insert into village_credential as c (node, public_key, granted_at, expires_at) values (?, ?, ?, ?)
            on conflict (node) do update
            set (public_key, granted_at, expires_at, renewed_from, revoked_at, revoked_by) =
                (excluded.public_key, excluded.granted_at, excluded.expires_at, c.expires_at, null, null)
            """)) {
            upsert.setString(1, node.value());
            upsert.setBytes(2, key.raw());
            upsert.setObject(3, at(now));
            upsert.setObject(4, at(expiresAt));
            upsert.executeUpdate();
        }
    }

    /**
     * Locks the credential of a village that may renew it; says whether it may, which it may not when it never joined or
     * was shut out.
     *
     * @param renews the end of the credential that it has, the last or the one before when an answer was lost: so an
     *     old request cannot be used again
     */
    static boolean lock(Connection connection, NodeId node, Instant renews) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
            select 1 from village_credential
            where node = ? and revoked_at is null and ? in (expires_at, renewed_from) for update
            """)) {
            select.setString(1, node.value());
            select.setObject(2, at(renews));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static void revoke(Connection connection, NodeId node, String by, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update village_credential set revoked_at = ?, revoked_by = ? where node = ? and revoked_at is null")) {
            update.setObject(1, at(now));
            update.setString(2, by);
            update.setString(3, node.value());
            update.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
