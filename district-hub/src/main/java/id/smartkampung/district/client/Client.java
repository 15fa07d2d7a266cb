package id.smartkampung.district.client;

import java.time.Instant;
import java.util.List;

/**
 * A program of another agency that may call the interface.
 *
 * @param purposes codes that it may name as the reason for which it asks for whole NIK
 * @param areas kode wilayah that it is bound to; none for the whole regency
 * @param jwks public keys (RFC 7517) with which it signs assertions; null where it has a secret
 * @param revokedAt null while it may
 */
record Client(
        String id,
        String name,
        String contact,
        List<String> scopes,
        List<String> purposes,
        List<String> areas,
        int callsPerMinute,
        String jwks,
        Instant createdAt,
        Instant revokedAt) {

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** What it is called in the trail. */
    String subject() {
        return "client/" + id;
    }
}
