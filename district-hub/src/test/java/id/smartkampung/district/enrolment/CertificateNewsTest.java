package id.smartkampung.district.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.VillageService;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The villages are told of the next certificates before they are used, and of the end of the old ones after. */
@QuarkusTest
@WithTestResource(SecuredBroker.class)
class CertificateNewsTest {

    private static final KodeWilayah DESA = new KodeWilayah("35.10.08.2001");

    @Inject
    AgroalDataSource database;

    @Inject
    VillageService registry;

    @Inject
    CommandLog commands;

    @Inject
    Reading reading;

    @Inject
    Clock clock;

    @Inject
    EnrolmentConfig deployed;

    private final NodeId node = new NodeId("c-" + UUID.randomUUID());
    private final Settings settings = new Settings();
    private Path today;
    private Path authority;
    private CertificateNews news;

    /** Settings that an operator changes. */
    private final class Settings implements EnrolmentConfig {

        private Optional<Path> next = Optional.empty();
        private Optional<Path> current = Optional.empty();

        @Override
        public Duration codeValidity() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration credentialValidity() {
            return Duration.ofDays(1);
        }

        @Override
        public Optional<URI> address() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> certificate() {
            return current;
        }

        @Override
        public Optional<Path> nextCertificate() {
            return next;
        }

        @Override
        public Optional<Path> nextBrokerAuthority() {
            return next;
        }

        @Override
        public String tellEvery() {
            return "off";
        }

        @Override
        public String brokers() {
            return "";
        }

        @Override
        public Optional<Path> brokerAuthority() {
            return Optional.of(authority);
        }
    }

    @BeforeEach
    void aVillageThatHasJoined() throws SQLException {
        registry.register(node, DESA);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into village_credential (node, public_key, granted_at, expires_at) values (?, ?, ?, ?)
                        """)) {
            insert.setString(1, node.value());
            insert.setBytes(2, NodeKey.generate().verifyKey().raw());
            insert.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
            insert.setObject(4, Instant.now().plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        today = deployed.certificate().orElseThrow();
        authority = deployed.brokerAuthority().orElseThrow();
        settings.current = Optional.of(today);
        news = new CertificateNews(database, new HubCertificate(settings), commands, reading, clock);
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        tell();

        assertThat(told()).isEmpty();
        assertThat(news.progress()).isNull();
    }

    @Test
    void theNextCertificateIsToldOnceBesideThatOfToday() throws Exception {
        settings.next = Optional.of(authority);

        tell();
        tell();

        assertThat(told()).singleElement().satisfies(command -> {
            assertThat(command.hub()).containsExactly(hash(today), hash(authority));
            assertThat(command.brokers()).startsWith(Files.readString(authority).strip());
            assertThat(command.brokers().split("BEGIN CERTIFICATE", -1)).hasSize(3);
        });
    }

    @Test
    void aVillageKnowsItWhenItHasObeyed() {
        settings.next = Optional.of(authority);
        tell();
        long before = news.progress().known();

        obeyed(place());

        assertThat(news.progress().known()).isEqualTo(before + 1);
    }

    @Test
    void theEndOfTheOldOneIsToldWhenTheNextHasTakenItsPlace() throws Exception {
        settings.next = Optional.of(authority);
        tell();
        obeyed(place());

        settings.current = Optional.of(authority);
        settings.next = Optional.empty();
        tell();

        assertThat(told()).last().satisfies(command -> assertThat(command.hub()).containsExactly(hash(authority)));
        assertThat(told()).hasSize(2);
    }

    @Test
    void aVillageWhoseCommandsWereLostIsToldAnew() {
        settings.next = Optional.of(authority);
        tell();

        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                CertificateTable.forget(connection, node);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        tell();

        assertThat(told()).hasSize(2);
    }

    /** Other villages of this database may come first. */
    private void tell() {
        for (int i = 0; i < 5; i++) {
            QuarkusTransaction.requiringNew().run(news::tell);
        }
    }

    private void obeyed(LogPosition place) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                CertificateTable.obeyed(connection, node, place, clock.instant());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    private LogPosition place() {
        return reading.first(
                        row -> new LogPosition(row.getInt(1), row.getLong(2)),
                        "select epoch, sequence from down_head where node = ?",
                        node.value())
                .orElseThrow();
    }

    private List<CertificatesTold> told() {
        return reading.list(
                row -> {
                    try {
                        return (CertificatesTold)
                                EventJson.read(DistrictEventType.CERTIFICATES_TOLD_V1, row.getBytes(1));
                    } catch (EventFormatException e) {
                        throw new AssertionError(e);
                    }
                },
                "select data from down_event where node = ? and type = 'certificates-told.v1' order by sequence",
                node.value());
    }

    private static String hash(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            return Hash.sha256(CertificateFactory.getInstance("X.509")
                            .generateCertificate(pem)
                            .getEncoded())
                    .hex();
        }
    }
}
