package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.Lines;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a call of the feed waits and goes on, what it shows to whom, and what is refused. */
@QuarkusTest
class FeedCallsTest extends FeedOfAnArea {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";

    @TestHTTPResource("/api/v1/changes/stream")
    URI stream;

    @Test
    void aClientOfOneAreaHearsOfNoOtherVillage() throws SQLException {
        receive(aVillage().records(aResident()));
        SimulatedVillage other =
                villages.aVillageIn(new KodeWilayah("35.97.01.2001")).records(aResident());
        receive(other);

        String answer = TestClients.asks(TestClients.client("dinas", ALL, area + " 35.96"))
                .get("/api/v1/changes?limit=500")
                .asString();

        assertThat(answer)
                .contains("\"kodeDesa\":\"" + area)
                .doesNotContain(other.node().value());
    }

    @Test
    void aCallThatWaitsWakesWhenAVillageCommits() throws Exception {
        SimulatedVillage village = aVillage().records(aResident());
        receive(village);
        FeedFollower follower = FeedFollower.of(ALL, area);
        follower.readsToTheEnd(10);
        long begun = System.nanoTime();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> follower.reads(10, 30));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !waiting.isDone());

        village.records(aResident());
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(2)));

        waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(follower.sequence(village.node().value())).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
    }

    @Test
    void aCallThatWaitsInVainEndsWithItsCursor() throws SQLException {
        receive(aVillage().records(aResident()));
        FeedFollower follower = FeedFollower.of(ALL, area);
        follower.readsToTheEnd(10);
        int before = follower.told().size();

        assertThat(follower.reads(10, 1)).isFalse();

        assertThat(follower.told()).hasSize(before);
    }

    @Test
    void aStreamThatIsOpenedAnewGoesOnBehindItsLastCursor() throws Exception {
        SimulatedVillage village = aVillage().records(aResident(), aResident());
        receive(village);
        List<String> first = new CopyOnWriteArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<?> open = open(client, "", first);
        await().atMost(PATIENCE).until(() -> first.stream().anyMatch(line -> line.startsWith("id:")));
        open.cancel(true);
        String id = first.stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .map(line -> line.substring(3).strip())
                .orElseThrow();

        village.records(aResident());
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(3)));
        List<String> second = new CopyOnWriteArrayList<>();
        CompletableFuture<?> again = open(client, id, second);

        await().atMost(PATIENCE).until(() -> second.stream().anyMatch(line -> line.contains("\"seq\":3")));
        again.cancel(true);
        assertThat(first).anyMatch(line -> line.contains("\"seq\":2"));
        assertThat(second).noneMatch(line -> line.contains("\"seq\":1") || line.contains("\"seq\":2"));
    }

    @Test
    void numbersOfPersonsAreShownForTheScopeAndAPurposeOnly() throws SQLException {
        receive(aVillage().records(aResident(), aFamily(UUID.randomUUID(), "Jalan Uji")));

        assertThat(answer("residents.min", "verifikasi-bansos"))
                .contains("351001••••••••••")
                .doesNotMatch(NUMBER);
        assertThat(answer("residents.nik", null)).contains("351001••••••••••").doesNotMatch(NUMBER);
        assertThat(answer("residents.nik", "verifikasi-bansos"))
                .contains("\"nik\":\"3510")
                .matches(NUMBER);
    }

    @Test
    void eachAnswerWithPersonsLeavesOneTrace() throws SQLException {
        SimulatedVillage village = aVillage().records(aResident(), aResident());
        receive(village);

        FeedFollower.of(ALL, area).readsToTheEnd(10);
        FeedFollower.of("requests", area).readsToTheEnd(10);

        assertThat(tables.value(
                        "select count(*) from audit_entry where action = 'changes-read' and subject = 'area/" + area
                                + "' and ? <> ''",
                        village.node()))
                .isEqualTo("1");
    }

    @Test
    void whoHasNoScopeForRowsIsRefused() {
        TestClients.asks(TestClients.client("umum", "statistics", ""))
                .get("/api/v1/changes")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=31", "wait=-1", "limit=0", "limit=501", "types=goats", "area=x", "after=bm9uc2Vuc2U"})
    void whatCannotBeReadIsRefused(String query) {
        TestClients.asks(TestClients.client("dinas", ALL, ""))
                .get("/api/v1/changes?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private String answer(String scopes, String purpose) {
        var asked = TestClients.asks(TestClients.client("dinas", scopes, ""));
        if (purpose != null) {
            asked.header("Kampung-Purpose", purpose);
        }
        return asked.get("/api/v1/changes?area=" + area).asString();
    }

    private CompletableFuture<?> open(HttpClient client, String lastEventId, List<String> heard) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stream + "?area=" + area))
                .header("Authorization", TestClients.authorization(TestClients.client("dinas", ALL, "")))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(heard)));
    }
}
