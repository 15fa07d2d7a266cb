package id.smartkampung.district.signer;

import id.smartkampung.district.web.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads who asked for a certificate, and who has one. */
@ApplicationScoped
class SignerQueries {

    private final Reading reading;

    SignerQueries(Reading reading) {
        this.reading = reading;
    }

    /**
     * A key of somebody who signs.
     *
     * @param certifiedAt null while nobody has looked
     */
    public record Signer(
            String node,
            UUID keyId,
            String village,
            String name,
            String title,
            Instant askedAt,
            Long serial,
            Instant certifiedAt,
            String certifiedBy,
            Instant expiresAt,
            Instant revokedAt,
            String revokedReason) {

        public boolean isWaiting() {
            return certifiedAt == null;
        }

        public boolean isValid() {
            return certifiedAt != null && revokedAt == null;
        }
    }

    /** Those who wait first, then by village. */
    List<Signer> all() {
        return reading.list(
                row -> new Signer(
                        row.getString("node"),
                        row.getObject("key_id", UUID.class),
                        row.getString("village"),
                        row.getString("name"),
                        row.getString("title"),
                        Reading.instant(row, "asked_at"),
                        Reading.number(row, "serial"),
                        Reading.instant(row, "certified_at"),
                        row.getString("certified_by"),
                        Reading.instant(row, "expires_at"),
                        Reading.instant(row, "revoked_at"),
                        row.getString("revoked_reason")),
                """
                select s.node, s.key_id, v.name as village, s.name, s.title, s.asked_at, s.serial, s.certified_at,
                    s.certified_by, s.expires_at, s.revoked_at, s.revoked_reason
                from signer s join village v on v.node = s.node
                order by s.certified_at is not null, v.kode_desa, s.asked_at desc, s.key_id
                """);
    }
}
