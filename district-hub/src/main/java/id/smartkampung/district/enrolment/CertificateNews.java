package id.smartkampung.district.enrolment;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Tells the villages of the next certificates while those of today are valid, so that a change needs no new codes; and of
 * the end of the old ones, when the next have taken their place.
 */
@ApplicationScoped
class CertificateNews {

    /** So many at once: nobody waits for it, and turns of villages do. */
    private static final int MOST = 100;

    private static final String LACKING = """
            select v.name from village_credential c join village v on v.node = c.node
            left join village_certificate t on t.node = c.node
            where c.revoked_at is null and (t.known_at is null or t.digest <> ?)
            order by v.kode_desa
            """;

    private static final String MEMBERS = "select count(*) from village_credential where revoked_at is null";

    private final AgroalDataSource database;
    private final HubCertificate certificate;
    private final CommandLog commands;
    private final Reading reading;
    private final Clock clock;

    CertificateNews(
            AgroalDataSource database, HubCertificate certificate, CommandLog commands, Reading reading, Clock clock) {
        this.database = database;
        this.certificate = certificate;
        this.commands = commands;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * How far a change has come.
     *
     * @param members villages that have joined
     * @param lacking names of those that do not know the next certificates yet
     */
    public record Progress(long members, List<String> lacking) {

        public long known() {
            return members - lacking.size();
        }

        public boolean isDone() {
            return lacking.isEmpty();
        }
    }

    /** What is told, and by what it is told from what was told before. */
    private record Told(List<String> hub, String brokers, Hash digest) {}

    /** Null when nothing is going to change. */
    Progress progress() {
        if (!certificate.changes()) {
            return null;
        }
        byte[] digest = toTell().digest().bytes();
        return new Progress(
                reading.first(row -> row.getLong(1), MEMBERS).orElse(0L),
                reading.list(row -> row.getString(1), LACKING, (Object) digest));
    }

    @Transactional
    @Scheduled(every = "{district.enrolment.tell-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            if (!certificate.changes() && CertificateTable.isEmpty(connection)) {
                return;
            }
            Told told = toTell();
            List<NodeId> untold = CertificateTable.untold(connection, told.digest(), certificate.changes(), MOST);
            for (NodeId node : untold) {
                LogPosition at = commands.append(
                        connection, node, new CertificatesTold(UuidV7.at(now), told.hub(), told.brokers()));
                CertificateTable.told(connection, node, told.digest(), at, now);
            }
            if (!untold.isEmpty()) {
                Log.infof(
                        "%d villages are told of %d certificates",
                        untold.size(), told.hub().size());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the villages are not told of the certificates", e);
        }
    }

    private Told toTell() {
        List<String> hub = certificate.fingerprints().stream().map(Hash::hex).toList();
        String brokers = certificate.brokerAuthority();
        Hash digest = Hash.sha256((String.join(",", hub) + "\n" + brokers).getBytes(StandardCharsets.US_ASCII));
        return new Told(hub, brokers, digest);
    }
}
