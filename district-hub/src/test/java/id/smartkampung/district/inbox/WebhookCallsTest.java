package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestReceiver.Call;
import id.smartkampung.model.log.VerifyKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a program does with its webhooks through the interface: keys, the log of deliveries, and what is refused. */
@QuarkusTest
class WebhookCallsTest extends WebhookOfAnArea {

    @Test
    void isSignedWithBothKeysWhileOneTakesThePlaceOfTheOther() throws Exception {
        JsonPath first = creates(Map.of("url", receiver.url(), "area", area));
        JsonPath second = posts(client, place() + "/rotate").jsonPath();
        tests();

        Call call = receiver.all().get(0);
        for (JsonPath key : List.of(first, second)) {
            new Webhook(key.getString("secret")).verify(call.body(), call.headers());
            assertThat(isSignedWith(key.getString("publicKey"), call)).isTrue();
        }
        kampung.run(
                "update webhook_key set expires_at = now() where expires_at is not null and webhook_id = ?::uuid", id);
        tests();

        Call later = receiver.all().get(1);
        new Webhook(second.getString("secret")).verify(later.body(), later.headers());
        assertThatThrownBy(() -> new Webhook(first.getString("secret")).verify(later.body(), later.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(isSignedWith(first.getString("publicKey"), later)).isFalse();
        assertThat(later.header("webhook-id")).isNotEqualTo(call.header("webhook-id"));
    }

    @Test
    void aKeyIsMadeOnceHoweverOftenTheCallComesAgain() {
        creates(Map.of("url", receiver.url(), "area", area));
        String once = UUID.randomUUID().toString();

        String first = rotates(once);
        String second = rotates(once);

        assertThat(second).contains("whsec_").isEqualTo(first);
        assertThat(kampung.texts("select id from webhook_key where webhook_id = ?::uuid", id))
                .hasSize(2);
    }

    @Test
    void eachAttemptIsInTheLogAndAMessageIsSentAgainUnderItsName() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        receiver.answering(() -> calls.getAndIncrement() == 0 ? 503 : 200);
        creates(Map.of("url", receiver.url(), "area", area));
        receive(aVillage().records(aResident()));
        hasHeard(1);
        isInTheLog();
        String message = receiver.all().get(0).header("webhook-id");

        TestClients.asks(client)
                .get(place() + "/deliveries/" + message)
                .then()
                .statusCode(200)
                .body("delivery.number", equalTo(1))
                .body("body", equalTo(receiver.all().get(0).body()))
                .body("attempts.status", equalTo(List.of(503, 200)));
        posts(client, place() + "/deliveries/" + message + "/replay").then().statusCode(200);

        await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 2);
        assertThat(receiver.all()).extracting(call -> call.header("webhook-id")).containsOnly(message);
    }

    @Test
    void whatWasGivenUpIsSentAgain() throws SQLException {
        creates(Map.of("url", receiver.url(), "area", area));
        receive(aVillage().records(aResident()));
        isInTheLog();
        kampung.run("update webhook_message set state = 'FAILED' where webhook_id = ?::uuid", id);

        TestClients.asks(client)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(place() + "/replay")
                .then()
                .body("messages", equalTo(1));

        await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 2);
    }

    @Test
    void whatEndsWhileItIsTestedIsNotThere() {
        creates(Map.of("url", receiver.url(), "area", area));
        receiver.answering(() -> {
            kampung.run("delete from webhook where id = ?::uuid", id);
            return 200;
        });

        posts(client, place() + "/test").then().statusCode(404);
    }

    @Test
    void isNobodyElses() {
        creates(Map.of("url", receiver.url()));
        String other = TestClients.client("kait-lain", "requests residents.min", "");

        TestClients.asks(other).get(place()).then().statusCode(404);
        posts(other, place() + "/rotate").then().statusCode(404);
        TestClients.asks(other).delete(place()).then().statusCode(404);
        assertThat(TestClients.asks(other).get("/api/v1/webhooks").asString()).doesNotContain(id);
        officers.a("dukcapil").get("/api/v1/webhooks").then().statusCode(403);
        officers.a("dukcapil").get("/webhook").then().statusCode(403);
        assertThat(TestClients.asks(client).get("/api/v1/webhooks").asString())
                .contains(id)
                .doesNotContain("whsec_");
        TestClients.asks(client).delete(place()).then().statusCode(204);
        TestClients.asks(client).get(place()).then().statusCode(404);
    }

    @Test
    void theInnerNetworkIsRefusedAtOnce() {
        for (String url : List.of(
                "https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://[fd00::1]/", "x")) {
            ordered(client, Map.of("url", url)).then().statusCode(400).body("errors.pointer", equalTo(List.of("/url")));
        }
    }

    private void isInTheLog() {
        await().atMost(PATIENCE)
                .until(() -> TestClients.asks(client)
                                .get(place() + "/deliveries?state=DELIVERED")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
    }

    private void tests() {
        posts(client, place() + "/test").then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
    }

    private String rotates(String key) {
        return TestClients.asks(client)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .post(place() + "/rotate")
                .asString();
    }

    /** By the JDK, which shares nothing with the program but the standard. */
    private static boolean isSignedWith(String publicKey, Call call) throws Exception {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        assertThat(raw).hasSize(VerifyKey.LENGTH);
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        String content = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        Signature signature = Signature.getInstance("Ed25519");
        boolean signed = false;
        for (String part : call.header("webhook-signature").split(" ")) {
            if (part.startsWith("v1a,")) {
                signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                signature.update(content.getBytes(StandardCharsets.UTF_8));
                signed |= signature.verify(Base64.getDecoder().decode(part.substring("v1a,".length())));
            }
        }
        return signed;
    }
}
