package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aMutation;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static id.smartkampung.district.inbox.Subjects.removed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.district.parking.ParkingService;
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
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows the feed has the rows of the villages, and can prove that nothing is lacking. */
@QuarkusTest
class FeedTest extends FeedOfAnArea {

    @Inject
    ParkingService parking;

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
