package id.smartkampung.district.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.trust.KeyProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.district.village.VillageService;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.enrolment.EnrolmentCode;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults 33 and 35 and what a stranger would try, against a broker as in production. */
@QuarkusTest
@QuarkusTestResource(value = SecuredBroker.class, restrictToAnnotatedClass = true)
class EnrolmentTest {

    private static final Pattern CODE = Pattern.compile("id=\"kode\">([0-9A-Z-]+)<");
    private static final KodeWilayah DESA = new KodeWilayah("35.10.08.2001");
    private static final int REFUSED = 403;

    @Inject
    Officers officers;

    @Inject
    VillageService registry;

    @Inject
    Kampung kampung;

    @Inject
    Reading reading;

    @Inject
    KeyProjection keys;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final NodeId a = new NodeId("a-" + UUID.randomUUID());
    private final NodeId b = new NodeId("b-" + UUID.randomUUID());
    private final JoiningVillage village = new JoiningVillage(a);
    private Browser admin;

    @BeforeEach
    void twoVillages() {
        registry.register(a, DESA);
        registry.register(b, DESA);
        admin = officers.a("admin");
        admin.get("/sambungan");
    }

    @Test
    void aVillageJoinsWithItsCodeAndWrites() throws InterruptedException {
        assertThat(village.join(code(a)).statusCode()).isEqualTo(200);

        assertWritten(Topics.up(a), event(a));
    }

    @Test
    void eachVillageMayWriteOnlySoMuchInASecond() throws Exception {
        village.join(code(a));

        ClientQuotaFilter ofVillage = ClientQuotaFilter.contains(
                List.of(ClientQuotaFilterComponent.ofEntity(ClientQuotaEntity.USER, "village-" + a.value())));
        try (Admin broker = Admin.create(kafka)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(broker.describeClientQuotas(ofVillage)
                                    .entities()
                                    .get()
                                    .values())
                            .containsExactly(Map.of("producer_byte_rate", 1024.0 * 1024)));
        }
    }

    @Test
    void itIsRefusedAtTheTopicOfAnother() throws InterruptedException {
        village.join(code(a));
        new JoiningVillage(b).join(code(b));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(village.send(Topics.up(b), event(b)))
                        .isInstanceOf(TopicAuthorizationException.class));
    }

    @Test
    void anEventUnderTheNameOfAnotherIsAnIncidentAndNothingElse() throws InterruptedException {
        village.join(code(a));

        assertWritten(Topics.up(a), event(b));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(text("select kind from incident where node = ?", a.value()))
                        .isEqualTo("FOREIGN"));
        assertThat(text("select sequence::text from log_cursor where node = ?", b.value()))
                .isEqualTo("0");
    }

    @Test
    void aCodeIsGoodForOneServerOnly() {
        EnrolmentCode code = code(a);
        village.join(code);

        assertThat(new JoiningVillage(a).join(code).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void whoeverLostTheAnswerMayAskAgain() throws InterruptedException {
        EnrolmentCode code = code(a);
        village.join(code);

        assertThat(village.join(code).statusCode()).isEqualTo(200);
        assertWritten(Topics.up(a), event(a));
    }

    @Test
    void anExpiredCodeIsRefused() {
        EnrolmentCode code = code(a);
        kampung.run("update enrolment_code set expires_at = now() - interval '1 second' where node = ?", a.value());

        assertThat(village.join(code).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void aNewCodeWithdrawsTheOneBefore() {
        EnrolmentCode old = code(a);
        code(a);

        assertThat(village.join(old).statusCode()).isEqualTo(REFUSED);
    }

    @Test
    void theAnswerDoesNotTellWhatIsWrong() {
        EnrolmentCode ofAnother = code(b);
        Response unknown = village.join(EnrolmentCode.random(new SecureRandom(), Optional.empty()));
        Response wrongVillage = village.join(ofAnother);
        Response wrongSignature = village.join(ofAnother, new JoiningVillage(b).key());

        assertThat(unknown.statusCode()).isEqualTo(REFUSED);
        assertThat(wrongVillage.asString()).isEqualTo(unknown.asString());
        assertThat(wrongSignature.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void nobodyJoinsWithTheKeyOfAnother() {
        EnrolmentCode code = code(a);

        assertThat(village.join(code, new JoiningVillage(a).key()).statusCode()).isEqualTo(REFUSED);
        assertThat(text("select count(*)::text from village_key where node = ?", a.value()))
                .isEqualTo("0");
    }

    @Test
    void aRevokedVillageIsRefusedByTheBrokerAndByTheHub() throws InterruptedException {
        village.join(code(a));
        assertWritten(Topics.up(a), event(a));

        admin.post("/sambungan/" + a + "/cabut");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(village.send(Topics.up(a), event(a)))
                        .isInstanceOf(SaslAuthenticationException.class));
        assertThat(village.renew().statusCode()).isEqualTo(REFUSED);
        assertThat(text("select (revoked_at is not null)::text from village_key where node = ?", a.value()))
                .isEqualTo("true");
    }

    @Test
    void aRevokedVillageComesBackWithANewCode() throws InterruptedException {
        village.join(code(a));
        admin.post("/sambungan/" + a + "/cabut");

        assertThat(village.join(code(a)).statusCode()).isEqualTo(200);
        assertWritten(Topics.up(a), event(a));
    }

    @Test
    void aRenewedCredentialReplacesTheOldOne() throws InterruptedException {
        village.join(code(a));
        String before = village.credential().password();

        assertThat(village.renew().statusCode()).isEqualTo(200);

        assertThat(village.credential().password()).isNotEqualTo(before);
        assertWritten(Topics.up(a), event(a));
    }

    @Test
    void aKeyThatTookThePlaceOfTheFirstRenewsAndTheFirstNoMore() {
        village.join(code(a));
        NodeKey changed = NodeKey.generate();
        assertThat(village.renew(changed).statusCode()).isEqualTo(REFUSED);

        KeyRotated rotation =
                new KeyRotated(UUID.randomUUID(), changed.verifyKey().base64());
        QuarkusTransaction.requiringNew().call(() -> {
            keys.apply(a, List.of(new Applied<>(new LogPosition(1, 1), rotation)));
            return rotation;
        });

        assertThat(village.renew().statusCode()).isEqualTo(REFUSED);
        assertThat(village.renew(changed).statusCode()).isEqualTo(200);
    }

    @Test
    void theSecretOfACodeIsNowhereInTheDatabase() {
        EnrolmentCode code = code(a);

        assertThat(text(
                        "select encode(secret_hash, 'hex') from enrolment_code where node = ? and withdrawn_at is null",
                        a.value()))
                .isEqualTo(EnrolmentCode.hash(code.secret()).hex())
                .isNotEqualTo(HexFormat.of().formatHex(code.secret()));
    }

    @Test
    void theHubShowsTheWordsThatTheVillageWorksOut() {
        village.join(code(a));

        String words = SixWords.of(
                village.key().verifyKey(),
                VerifyKey.ofBase64(village.credential().hubKeys().get(0)));
        assertThat(admin.get("/sambungan").asString()).contains(words);
    }

    @Test
    void theCodeKnowsTheCertificateOfTheHub() {
        assertThat(code(a).knowsCertificate()).isTrue();
    }

    @Test
    void aCredentialThatEndsSoonIsShown() {
        village.join(code(a));
        kampung.run("update village_credential set expires_at = now() + interval '20 days' where node = ?", a.value());

        assertThat(admin.get("/sambungan").asString()).contains("Segera berakhir");
    }

    @Test
    void onlyTheAdminSeesThePage() {
        assertThat(officers.a("bupati").get("/sambungan").statusCode()).isEqualTo(REFUSED);
    }

    private EnrolmentCode code(NodeId node) {
        String page = admin.post("/sambungan/" + node + "/kode").asString();
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return EnrolmentCode.parse(code.group(1));
    }

    /** The broker learns of a new user a moment after the hub has made it, and a village tries again. */
    private void assertWritten(String topic, Envelope event) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(village.send(topic, event)).isNull());
    }

    private static Envelope event(NodeId node) {
        return Envelope.next(
                LogHead.start(node),
                "resident-removed.v1",
                "resident/" + UUID.randomUUID(),
                Instant.parse("2026-11-21T01:30:00Z"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private String text(String sql, Object... parameters) {
        return reading.first(row -> row.getString(1), sql, parameters).orElse(null);
    }
}
