package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestReceiver;
import id.smartkampung.district.web.TestReceiver.Call;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** A program of another agency with an address that is called, and villages of an area that is this test's alone. */
abstract class WebhookOfAnArea {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final String TOPIC = "topic-a";
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Kampung kampung;

    @Inject
    Officers officers;

    final String area = "35.90." + NEXT.getAndIncrement();
    final String client = TestClients.client("kait-" + UUID.randomUUID(), "requests residents.min", "");
    final TestReceiver receiver = new TestReceiver();
    String id;

    @AfterEach
    void end() {
        if (id != null) {
            kampung.run("delete from webhook where id = ?::uuid", id);
        }
        receiver.close();
    }

    SimulatedVillage aVillage() {
        return villages.aVillageIn(new KodeWilayah(area + ".2001"));
    }

    void receive(SimulatedVillage village) throws SQLException {
        receive(village, 1);
    }

    void receive(SimulatedVillage village, int from) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
    }

    void hasHeard(int different) {
        await().atMost(PATIENCE)
                .until(() -> receiver.accepted().stream()
                                .map(call -> call.header("webhook-id"))
                                .distinct()
                                .count()
                        == different);
    }

    JsonPath seen() {
        return TestClients.asks(client).get(place()).jsonPath();
    }

    String place() {
        return "/api/v1/webhooks/" + id;
    }

    /** A call without a body. */
    static Response posts(String by, String path) {
        return TestClients.asks(by).contentType(ContentType.JSON).post(path);
    }

    JsonPath creates(Map<String, ?> order) {
        JsonPath made = creates(client, order);
        id = made.getString("webhook.id");
        return made;
    }

    static JsonPath creates(String by, Map<String, ?> order) {
        Response answer = ordered(by, order);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    static Response ordered(String by, Map<String, ?> order) {
        return TestClients.asks(by).contentType(ContentType.JSON).body(order).post("/api/v1/webhooks");
    }

    static JsonPath data(Call call) {
        return JsonPath.from(call.body()).setRootPath("data");
    }
}
