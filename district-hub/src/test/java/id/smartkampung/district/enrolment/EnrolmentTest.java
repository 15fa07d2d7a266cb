package id.smartkampung.district.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.trust.KeyProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.enrolment.SixWords;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.log.VerifyKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.junit.jupiter.api.Test;

/** Faults 33 and 35: what a village may write that has joined, against a broker as in production. */
@QuarkusTest
@WithTestResource(SecuredBroker.class)
class EnrolmentTest extends VillagesToJoin {

    @Inject
    KeyProjection keys;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

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
    void theHubShowsTheWordsThatTheVillageWorksOut() {
        village.join(code(a));

        String words = SixWords.of(
                village.key().verifyKey(),
                VerifyKey.ofBase64(village.credential().hubKeys().get(0)));
        assertThat(admin.get("/sambungan").asString()).contains(words);
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
}
