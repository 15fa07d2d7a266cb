package id.smartkampung.district.enrolment;

import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads which villages have joined. */
@ApplicationScoped
class EnrolmentQueries {

    private static final String MEMBERSHIPS = """
        select v.node, v.name, v.kode_kecamatan, c.public_key, c.granted_at, c.expires_at, c.revoked_at,
            (select max(e.expires_at) from enrolment_code e
             where e.node = v.node and e.used_at is null and e.withdrawn_at is null and e.expires_at > ?) as code_until
        from village v left join village_credential c on c.node = v.node
        """;

    private final Reading reading;
    private final HubKeys keys;
    private final Clock clock;

    EnrolmentQueries(Reading reading, HubKeys keys, Clock clock) {
        this.reading = reading;
        this.keys = keys;
        this.clock = clock;
    }

    /** All villages: those first that need a person, then in the order of their kode desa. */
    List<Membership> all() {
        Instant now = clock.instant();
        return reading.list(
                row -> membership(row, now),
                MEMBERSHIPS + "order by (c.revoked_at is null and c.expires_at < ?) desc nulls last, v.kode_desa",
                now,
                now.plus(Membership.WARN_BEFORE));
    }

    Optional<Membership> find(NodeId node) {
        Instant now = clock.instant();
        return reading.first(row -> membership(row, now), MEMBERSHIPS + "where v.node = ?", now, node.value());
    }

    private Membership membership(ResultSet row, Instant now) throws SQLException {
        byte[] key = row.getBytes("public_key");
        KodeWilayah kecamatan = new KodeWilayah(row.getString("kode_kecamatan"));
        Instant codeUntil = Reading.instant(row, "code_until");
        Instant joinedAt = Reading.instant(row, "granted_at");
        Instant expiresAt = Reading.instant(row, "expires_at");
        Instant revokedAt = Reading.instant(row, "revoked_at");
        return new Membership(
                new NodeId(row.getString("node")),
                row.getString("name"),
                Wilayah.find(kecamatan).map(Wilayah.Area::name).orElseGet(kecamatan::value),
                codeUntil,
                joinedAt,
                expiresAt,
                revokedAt,
                key == null ? null : SixWords.of(VerifyKey.of(key), keys.toPin().get(0)),
                Membership.state(codeUntil, joinedAt, expiresAt, revokedAt, now));
    }
}
