package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aMutation;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static id.smartkampung.district.inbox.Subjects.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.district.parking.ParkingService;
import id.smartkampung.district.web.Lines;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows the feed has the rows of the villages, and can prove that nothing is lacking. */
@QuarkusTest
class FeedTest {

    private static final String TOPIC = "topic-a";
    private static final String ALL = "requests residents.min";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";

    /** A kecamatan of its own for each test, so that none meets another's villages. */
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    ParkingService parking;

    @Inject
    Tables tables;

    @TestHTTPResource("/api/v1/changes/stream")
    URI stream;

    private final String area = "35.98." + NEXT.getAndIncrement();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFollowerOfRandomHistoriesEndsWithAnEqualCopyAndNoHole(long seed) throws SQLException {
        Random random = new Random(seed);
        List<SimulatedVillage> all = List.of(aVillage(), aVillage(), aVillage());
        FeedFollower follower = FeedFollower.of(ALL, area);
        int[] epochs = {1, 1, 1};
        for (int turn = 0; turn < 40; turn++) {
            int which = random.nextInt(all.size());
            SimulatedVillage village = all.get(which);
            int from = length(village) + 1;
            if (from > 6 && random.nextInt(8) == 0) {
                from -= 1 + random.nextInt(5);
                village.goesOnAfter(from - 1, ++epochs[which]);
            }
            for (int i = 0; i <= random.nextInt(25); i++) {
                village.records(anything(random, new UUID(seed, random.nextInt(9))));
            }
            inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
            if (random.nextBoolean()) {
                follower.reads(1 + random.nextInt(30), 0);
            }
        }
        follower.readsToTheEnd(17);

        for (SimulatedVillage village : all) {
            assertThat(follower.sequence(village.node().value())).isEqualTo(length(village));
        }
        assertThat(names(follower)).isEqualTo(stored(all)).isNotEmpty();
        assertThat(follower.told()).anyMatch(line -> line.get("line").asText().equals("fork"));
        assertThat(follower.reads(100, 0)).isFalse();
    }

    @Test
    void whatAClientMayNotSeeIsNamedAsSkipped() throws SQLException {
        UUID request = UUID.randomUUID();
        SimulatedVillage village =
                aVillage().records(aResident(), aResident(), aRequest(request, RequestState.SUBMITTED), aResident());
        receive(village);
        FeedFollower follower = FeedFollower.of("requests", area);

        follower.readsToTheEnd(100);

        assertThat(follower.told())
                .extracting(FeedTest::shortly)
                .containsExactly("skipped 1-2", "change 3", "skipped 4-4");
        assertThat(follower.copy()).containsOnlyKeys("request/" + village.node() + "/" + request);
    }

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
    void aLongPastOfOneVillageStopsNoOther() throws SQLException {
        SimulatedVillage busy = aVillage();
        for (int i = 0; i < 200; i++) {
            busy.records(aResident());
        }
        receive(busy);
        SimulatedVillage quiet = aVillage().records(aResident());
        receive(quiet);
        FeedFollower follower = FeedFollower.of(ALL, area);

        follower.reads(20, 0);

        assertThat(follower.sequence(quiet.node().value())).isEqualTo(1);
        assertThat(follower.sequence(busy.node().value())).isEqualTo(19);
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
    void anEventThatIsAppliedAfterItsTurnIsToldWhenItIs() throws SQLException {
        ResidentRecorded resident = aResident();
        SimulatedVillage village = aVillage();
        village.append(
                "resident-recorded.v1",
                resident.subject().toString(),
                "{\"residentId\":\"" + resident.residentId() + "\",\"baseStatus\":1}");
        receive(village);
        FeedFollower follower = FeedFollower.of(ALL, area);
        follower.readsToTheEnd(10);
        assertThat(follower.told())
                .singleElement()
                .satisfies(line -> assertThat(line.get("state").asText()).isEqualTo("waiting"));
        tables.execute(
                "update received_event set data = convert_to('"
                        + new String(EventJson.write(resident), StandardCharsets.UTF_8).replace("'", "''")
                        + "', 'UTF8') where node = ?",
                village.node());

        parking.replay(village.node(), resident.subject().toString(), new LogPosition(1, 1), "sudah diperbaiki");
        follower.readsToTheEnd(10);

        assertThat(follower.told()).hasSize(2);
        assertThat(follower.told().get(1).get("late").asLong()).isEqualTo(1);
        assertThat(follower.told().get(1).has("state")).isFalse();
        assertThat(names(follower)).isEqualTo(stored(List.of(village)));
        assertThat(follower.reads(10, 0)).isFalse();
    }

    @Test
    void rowsThatAVillageSendsAgainAreToldAsARebuild() throws SQLException {
        ResidentRecorded kept = aResident();
        ResidentRecorded gone = aResident();
        SimulatedVillage village = aVillage().records(kept, gone);
        village.records(new SnapshotChunk(
                UUID.randomUUID(),
                null,
                "resident",
                null,
                List.of(kept),
                List.of(),
                List.of(),
                List.of(gone.residentId()),
                List.of(),
                List.of()));
        receive(village);
        FeedFollower follower = FeedFollower.of(ALL, area);

        follower.readsToTheEnd(10);

        assertThat(follower.told()).extracting(FeedTest::shortly).containsExactly("change 1", "change 2", "rebuild 3");
        assertThat(names(follower)).isEqualTo(stored(List.of(village))).hasSize(1);
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

    private SimulatedVillage aVillage() {
        return villages.aVillageIn(new KodeWilayah(area + ".2001"));
    }

    private void receive(SimulatedVillage village) throws SQLException {
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));
    }

    private static int length(SimulatedVillage village) {
        return (int) village.head().position().sequence();
    }

    private static String shortly(JsonNode line) {
        String kind = line.get("line").asText();
        return kind + " " + (line.has("seq") ? line.get("seq").asText() : line.get("from") + "-" + line.get("to"));
    }

    /** What the follower holds, each row by its key with the place of its last event and something to read. */
    private static Map<String, String> names(FeedFollower follower) {
        Map<String, String> names = new TreeMap<>();
        follower.copy().forEach((key, row) -> {
            String shown = List.of("fullName", "state", "kind", "rt").stream()
                    .filter(row::has)
                    .map(name -> row.get(name).asText())
                    .findFirst()
                    .orElseThrow();
            names.put(key, row.get("epoch") + ":" + row.get("seq") + " " + shown);
        });
        return names;
    }

    /** The same from the tables, in plain SQL. */
    private Map<String, String> stored(List<SimulatedVillage> all) {
        Map<String, String> rows = new TreeMap<>();
        for (SimulatedVillage village : all) {
            Map.of("resident", "full_name", "request", "state", "mutation", "kind", "family", "rt")
                    .forEach((table, name) -> {
                        String joined = tables.value(
                                "select string_agg(id || '=' || epoch || ':' || seq || ' ' || " + name + ", '|') from "
                                        + table + " where node = ?",
                                village.node());
                        for (String row : joined == null ? new String[0] : joined.split("\\|")) {
                            rows.put(table + "/" + village.node() + "/" + row.split("=")[0], row.split("=")[1]);
                        }
                    });
        }
        return rows;
    }

    private static VillageEvent anything(Random random, UUID id) {
        RequestState[] states = RequestState.values();
        ResidentRecorded resident = aResident(
                id, "Warga " + random.nextInt(100), random.nextBoolean() ? Sex.MALE : Sex.FEMALE, BaseStatus.ALIVE);
        FamilyRecorded family = aFamily(id, "Jalan " + random.nextInt(100));
        List<VillageEvent> events = new ArrayList<>(List.of(
                resident,
                resident,
                removed(resident),
                family,
                removed(family),
                aRequest(id, RequestState.SUBMITTED, states[random.nextInt(states.length)]),
                aMutation(id, MutationKind.BIRTH, LocalDate.of(2026, 9, 1), null)));
        return events.get(random.nextInt(events.size()));
    }
}
