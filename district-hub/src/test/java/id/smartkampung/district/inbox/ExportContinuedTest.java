package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static id.smartkampung.district.inbox.Subjects.removed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestExports;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A full copy and the feed behind its cursor make up the rows, also while villages write. */
@QuarkusTest
class ExportContinuedTest {

    private static final String TOPIC = "topic-a";
    private static final String AREA = "35.92.01";
    private static final String CLIENT = TestClients.client("dinas-lanjut", "residents.min", "");

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Tables tables;

    @Test
    void nothingIsLackingBetweenACopyAndTheFeedThatContinuesIt() {
        SimulatedVillage village = villages.aVillageIn(new KodeWilayah(AREA + ".2001"));
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writes(village, enough));
        FeedFollower follower = null;
        for (int i = 0; i < 3; i++) {
            JsonPath export = TestExports.made(CLIENT, Map.of("types", List.of("residents"), "area", AREA));
            List<JsonNode> rows = TestExports.lines(CLIENT, export, 0).stream()
                    .map(FeedFollower::json)
                    .toList();
            follower = new FeedFollower(CLIENT, AREA).beginsWith(rows, "resident", export.getString("cursor"));
            follower.readsToTheEnd(50);
        }
        enough.set(true);
        writing.join();
        follower.readsToTheEnd(500);

        Map<String, String> copy = new TreeMap<>();
        follower.copy()
                .forEach((key, row) -> copy.put(
                        row.get("id").asText(),
                        row.get("seq").asText() + " " + row.get("fullName").asText()));
        assertThat(copy).isEqualTo(stored(village)).isNotEmpty();
    }

    private void writes(SimulatedVillage village, AtomicBoolean enough) {
        Random random = new Random(5);
        try {
            while (!enough.get()) {
                int from = (int) village.head().position().sequence() + 1;
                for (int i = 0; i < 20; i++) {
                    ResidentRecorded resident = aResident(
                            new UUID(5, random.nextInt(60)),
                            "Warga " + random.nextInt(100),
                            Sex.MALE,
                            BaseStatus.ALIVE);
                    if (random.nextInt(4) == 0) {
                        village.records(removed(resident));
                    } else {
                        village.records(resident);
                    }
                }
                inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> stored(SimulatedVillage village) {
        Map<String, String> rows = new TreeMap<>();
        String joined = tables.value(
                "select string_agg(id || '=' || seq || ' ' || full_name, '|') from resident where node = ?",
                village.node());
        for (String row : joined.split("\\|")) {
            rows.put(row.split("=")[0], row.split("=")[1]);
        }
        return rows;
    }
}
