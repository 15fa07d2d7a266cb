package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestReceiver;
import id.smartkampung.district.web.TestReceiver.Call;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whoever lets itself be called hears of every change at least once, whatever fails. */
@QuarkusTest
class WebhookDeliveryTest extends WebhookOfAnArea {

    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";

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
        assertThat(receiver.all())
                .noneMatch(call -> call.body().matches(NUMBER) || call.body().contains("Siti"));
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
        assertThat(receiver.accepted())
                .extracting(call -> data(call).getInt("seq"))
                .containsExactly(2, 4);
    }

    @Test
    void whatADeadHubLeftIsDeliveredByAnotherAndNotWhileItLives() throws SQLException {
        creates(Map.of("url", receiver.url(), "area", area));
        kampung.run(
                "update webhook set runner = gen_random_uuid(), leased_until = now() + interval '1 hour' where id = ?::uuid",
                id);
        TestReceiver second = new TestReceiver();
        String other =
                creates(client, Map.of("url", second.url(), "area", area)).getString("webhook.id");
        SimulatedVillage village = aVillage();
        for (int i = 1; i <= 2; i++) {
            // Another address is told, and told again, so that ours had its time.
            int told = i;
            receive(village.records(aResident()), i);
            await().atMost(PATIENCE).until(() -> second.accepted().size() == told);
        }
        assertThat(receiver.all()).isEmpty();

        kampung.run("update webhook set leased_until = now() - interval '1 second' where id = ?::uuid", id);

        hasHeard(2);
        kampung.run("delete from webhook where id = ?::uuid", other);
        second.close();
    }

    @Test
    void beginsBehindACursorOfTheFeed() throws SQLException {
        receive(aVillage().records(aResident(), aResident(), aResident()));
        String feed = TestClients.asks(client)
                .get("/api/v1/changes?limit=1&area=" + area)
                .asString();
        String[] lines = feed.strip().split("\n");

        creates(Map.of(
                "url",
                receiver.url(),
                "area",
                area,
                "after",
                JsonPath.from(lines[lines.length - 1]).getString("cursor")));

        hasHeard(2);
        assertThat(receiver.accepted())
                .extracting(call -> data(call).getInt("seq"))
                .containsExactly(2, 3);
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

        posts(client, place() + "/start").then().statusCode(200).body("state", equalTo("ACTIVE"));

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
        assertThat(kampung.texts(
                        "select reason from audit_entry where action = 'webhook-stopped' and subject = ?",
                        "webhook/" + id))
                .containsExactly("FAILING");
        receiver.answering(() -> 200);
        admin.post("/webhook/" + id + "/jalan").then().statusCode(303);
        admin.post("/webhook/" + id + "/ulang").then().statusCode(303);
        hasHeard(2);
        admin.post("/webhook/" + id + "/henti").then().statusCode(303);
        posts(client, place() + "/start").then().statusCode(403);
        posts(client, place() + "/test").then().statusCode(403);
    }
}
