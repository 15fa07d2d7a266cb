package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestReceiver;
import id.smartkampung.district.web.TestReceiver.Call;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever lets itself be called hears of every change at least once, whatever fails. */
@QuarkusTest
class WebhookDeliveryTest {

    private static final String TOPIC = "topic-a";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Kampung kampung;

    @Inject
    Officers officers;

    private final String area = "35.90." + NEXT.getAndIncrement();
    private final String client = TestClients.client("kait-" + UUID.randomUUID(), "requests residents.min", "");
    private final TestReceiver receiver = new TestReceiver();
    private String id;

    @AfterEach
    void end() {
        if (id != null) {
            kampung.run("delete from webhook where id = ?::uuid", id);
        }
        receiver.close();
    }

    @Test
    void aReceiverThatFailsAtRandomEndsComplete() throws Exception {
        Random random = new Random(7);
        receiver.answering(() -> {
            int dice = random.nextInt(20);
            return dice < 2 ? 0 : dice < 4 ? 503 : dice < 5 ? 302 : dice < 6 ? 429 : 200;
        });
        SimulatedVillage village = aVillage();
        JsonPath made = creates(Map.of("url", receiver.url(), "area", area));
        for (int i = 0; i < 6; i++) {
            int from = (int) village.head().position().sequence() + 1;
            for (int j = 0; j < 10; j++) {
                village.records(aResident());
            }
            inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
        }

        hasHeard(60);

        Map<Long, JsonPath> byNumber = new HashMap<>();
        for (Call call : receiver.all()) {
            new Webhook(made.getString("secret")).verify(call.body(), call.headers());
        }
        receiver.accepted().forEach(call -> byNumber.put(data(call).getLong("number"), data(call)));
        assertThat(byNumber.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 60).boxed().toList());
        byNumber.forEach((number, data) -> assertThat(data.getLong("seq")).isEqualTo(number));
        assertThat(receiver.all().size()).isGreaterThan(60);
        assertThat(receiver.all()).noneMatch(call -> call.body().matches(NUMBER) || call.body().contains("Siti"));
        String href = byNumber.get(1L).getString("href");
        assertThat(TestClients.asks(client).get(href).statusCode()).isEqualTo(200);
    }

    @Test
    void scopesAndAreasBindItAsTheyBindTheFeed() throws SQLException {
        String narrow = TestClients.client("kait-" + UUID.randomUUID(), "requests", area);
        id = creates(narrow, Map.of("url", receiver.url())).getString("webhook.id");
        SimulatedVillage village = aVillage();
        receive(village.records(aResident(), aRequest(UUID.randomUUID(), RequestState.SUBMITTED), aResident()));
        SimulatedVillage other = villages.aVillageIn(new KodeWilayah("35.89.01.2001"));
        receive(other.records(aRequest(UUID.randomUUID(), RequestState.SUBMITTED)));
        receive(village.records(aRequest(UUID.randomUUID(), RequestState.SUBMITTED)), 4);

        hasHeard(2);

        assertThat(receiver.accepted())
                .extracting(call -> JsonPath.from(call.body()).getString("type"))
                .containsOnly("request.changed");
        assertThat(receiver.accepted()).extracting(call -> data(call).getInt("seq")).containsExactly(2, 4);
    }

    @Test
    void whatADeadHubLeftIsDeliveredByAnotherAndNotWhileItLives() throws SQLException {
        creates(Map.of("url", receiver.url(), "area", area));
        kampung.run(
                "update webhook set runner = gen_random_uuid(), leased_until = now() + interval '1 hour' where id = ?::uuid",
                id);
        receive(aVillage().records(aResident()));
        // Another address is told meanwhile, so that ours had its time.
        TestReceiver second = new TestReceiver();
        String other = creates(client, Map.of("url", second.url(), "after", "", "area", area)).getString("webhook.id");
        TestClients.asks(client).post("/api/v1/webhooks/" + other + "/test").then().body("status", equalTo(200));
        assertThat(receiver.all()).isEmpty();

        kampung.run("update webhook set leased_until = now() - interval '1 second' where id = ?::uuid", id);

        hasHeard(1);
        kampung.run("delete from webhook where id = ?::uuid", other);
        second.close();
    }

    @Test
    void beginsBehindACursorOfTheFeed() throws SQLException {
        receive(aVillage().records(aResident(), aResident(), aResident()));
        String feed = TestClients.asks(client).get("/api/v1/changes?limit=1&area=" + area).asString();
        String[] lines = feed.strip().split("\n");

        creates(Map.of(
                "url", receiver.url(), "area", area, "after", JsonPath.from(lines[lines.length - 1]).getString("cursor")));

        hasHeard(2);
        assertThat(receiver.accepted()).extracting(call -> data(call).getInt("seq")).containsExactly(2, 3);
    }

    @Test
    void isSignedWithBothKeysWhileOneTakesThePlaceOfTheOther() throws Exception {
        JsonPath first = creates(Map.of("url", receiver.url(), "area", area));
        JsonPath second = TestClients.asks(client).post(place() + "/rotate").jsonPath();
        tests();

        Call call = receiver.all().get(0);
        for (JsonPath key : List.of(first, second)) {
            new Webhook(key.getString("secret")).verify(call.body(), call.headers());
            assertThat(isSignedWith(key.getString("publicKey"), call)).isTrue();
        }
        kampung.run("update webhook_key set expires_at = now() where expires_at is not null and webhook_id = ?::uuid", id);
        tests();

        Call later = receiver.all().get(1);
        new Webhook(second.getString("secret")).verify(later.body(), later.headers());
        assertThatThrownBy(() -> new Webhook(first.getString("secret")).verify(later.body(), later.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(isSignedWith(first.getString("publicKey"), later)).isFalse();
        assertThat(later.header("webhook-id")).isNotEqualTo(call.header("webhook-id"));
    }

    @Test
    void goneEndsItAndStartedAgainItMissesNothing() throws SQLException {
        creates(Map.of("url", receiver.url(), "area", area));
        receiver.answering(() -> 410);
        SimulatedVillage village = aVillage();
        receive(village.records(aResident()));
        await().atMost(PATIENCE).until(() -> "GONE".equals(seen().getString("reason")));
        receiver.answering(() -> 200);
        receive(village.records(aResident(), aResident()), 2);
        assertThat(receiver.all()).hasSize(1);

        TestClients.asks(client).post(place() + "/start").then().statusCode(200).body("state", equalTo("ACTIVE"));
        TestClients.asks(client)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(place() + "/replay")
                .then()
                .body("messages", equalTo(1));

        hasHeard(3);
    }

    @Test
    void whatFailsForDaysIsStoppedWithANotice() throws SQLException {
        creates(Map.of("url", receiver.url(), "area", area));
        receiver.answering(() -> 500);
        SimulatedVillage village = aVillage();
        receive(village.records(aResident()));
        await().atMost(PATIENCE).until(() -> seen().getInt("failures") > 0);
        kampung.run("update webhook set failing_since = now() - interval '4 days' where id = ?::uuid", id);
        receive(village.records(aResident()), 2);

        await().atMost(PATIENCE).until(() -> "FAILING".equals(seen().getString("reason")));

        Officers.Browser admin = officers.a("admin");
        assertThat(admin.get("/webhook").asString()).contains("Dihentikan").contains(receiver.url());
        assertThat(admin.get("/webhook/" + id).asString()).contains("Tidak satu pun pesan diterima");
        assertThat(kampung.texts("select reason from audit_entry where action = 'webhook-stopped' and subject = ?", "webhook/" + id))
                .containsExactly("FAILING");
        receiver.answering(() -> 200);
        admin.post("/webhook/" + id + "/jalan").then().statusCode(303);
        admin.post("/webhook/" + id + "/ulang").then().statusCode(303);
        hasHeard(2);
        admin.post("/webhook/" + id + "/henti").then().statusCode(303);
        TestClients.asks(client).post(place() + "/start").then().statusCode(403);
    }

    @Test
    void eachAttemptIsInTheLogAndAMessageIsSentAgainUnderItsName() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        receiver.answering(() -> calls.getAndIncrement() == 0 ? 503 : 200);
        creates(Map.of("url", receiver.url(), "area", area));
        receive(aVillage().records(aResident()));
        hasHeard(1);
        await().atMost(PATIENCE)
                .until(() -> TestClients.asks(client)
                        .get(place() + "/deliveries?state=DELIVERED")
                        .jsonPath()
                        .getList("items")
                        .size() == 1);
        String message = receiver.all().get(0).header("webhook-id");

        TestClients.asks(client)
                .get(place() + "/deliveries/" + message)
                .then()
                .statusCode(200)
                .body("delivery.number", equalTo(1))
                .body("body", equalTo(receiver.all().get(0).body()))
                .body("attempts.status", equalTo(List.of(503, 200)));
        TestClients.asks(client).post(place() + "/deliveries/" + message + "/replay").then().statusCode(200);

        await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 2);
        assertThat(receiver.all()).extracting(call -> call.header("webhook-id")).containsOnly(message);
    }

    @Test
    void isNobodyElses() {
        creates(Map.of("url", receiver.url()));
        String other = TestClients.client("kait-lain", "requests residents.min", "");

        TestClients.asks(other).get(place()).then().statusCode(404);
        TestClients.asks(other).post(place() + "/rotate").then().statusCode(404);
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
            ordered(client, Map.of("url", url))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of("/url")));
        }
    }

    private void tests() {
        TestClients.asks(client)
                .post(place() + "/test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"));
    }

    private SimulatedVillage aVillage() {
        return villages.aVillageIn(new KodeWilayah(area + ".2001"));
    }

    private void receive(SimulatedVillage village) throws SQLException {
        receive(village, 1);
    }

    private void receive(SimulatedVillage village, int from) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
    }

    private void hasHeard(int different) {
        await().atMost(PATIENCE)
                .until(() -> receiver.accepted().stream()
                                .map(call -> call.header("webhook-id"))
                                .distinct()
                                .count()
                        == different);
    }

    private JsonPath seen() {
        return TestClients.asks(client).get(place()).jsonPath();
    }

    private String place() {
        return "/api/v1/webhooks/" + id;
    }

    private JsonPath creates(Map<String, ?> order) {
        JsonPath made = creates(client, order);
        id = made.getString("webhook.id");
        return made;
    }

    private static JsonPath creates(String by, Map<String, ?> order) {
        Response answer = ordered(by, order);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static Response ordered(String by, Map<String, ?> order) {
        return TestClients.asks(by).contentType(ContentType.JSON).body(order).post("/api/v1/webhooks");
    }

    private static JsonPath data(Call call) {
        return JsonPath.from(call.body()).setRootPath("data");
    }

    /** By the JDK, which shares nothing with the program but the standard. */
    private static boolean isSignedWith(String publicKey, Call call) throws Exception {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        assertThat(raw).hasSize(VerifyKey.LENGTH);
        byte[] x509 = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        String content = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        Signature signature = Signature.getInstance("Ed25519");
        boolean signed = false;
        for (String part : Arrays.asList(call.header("webhook-signature").split(" "))) {
            if (part.startsWith("v1a,")) {
                signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                signature.update(content.getBytes(StandardCharsets.UTF_8));
                signed |= signature.verify(Base64.getDecoder().decode(part.substring("v1a,".length())));
            }
        }
        return signed;
    }
}
