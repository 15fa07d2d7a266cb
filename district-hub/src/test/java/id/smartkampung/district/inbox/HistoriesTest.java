package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aFamily;
import static id.smartkampung.district.inbox.Subjects.aLetter;
import static id.smartkampung.district.inbox.Subjects.aMutation;
import static id.smartkampung.district.inbox.Subjects.aRequest;
import static id.smartkampung.district.inbox.Subjects.aResident;
import static id.smartkampung.district.inbox.Subjects.removed;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.resident.ResidentProjection;
import id.smartkampung.district.statistics.Recount;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HistoriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Instant UNDONE = Instant.parse("2026-12-01T01:00:00Z");

    private static final String TOPIC = "topic-a";

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    ResidentProjection residents;

    @Inject
    Recount recount;

    @Inject
    Tables tables;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void totalsEqualTheCountAfterEveryTurnOfARandomHistory(long seed) throws SQLException {
        Random random = new Random(seed);
        SimulatedVillage village = villages.aVillage();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(new UUID(seed, i));
        }
        int received = 0;
        while (received < 300) {
            int size = 1 + random.nextInt(40);
            for (int i = 0; i < size; i++) {
                village.records(anything(random, ids.get(random.nextInt(ids.size()))));
            }
            int from = Math.max(1, received + 1 - random.nextInt(10));
            inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));
            received += size;

            assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
            assertThat(recount.differences(village.node())).isEmpty();
        }
        assertThat(tables.sequence(village.node())).isEqualTo(received);
        assertThat(tables.count("incident", village.node())).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void totalsEqualTheCountAfterLargeTurnsInWhichMostSubjectsAreNew(long seed) throws SQLException {
        Random random = new Random(seed);
        SimulatedVillage village = villages.aVillage();
        for (int turn = 0; turn < 3; turn++) {
            int from = turn * 1_500 + 1;
            for (int i = 0; i < 1_500; i++) {
                village.records(anything(random, new UUID(seed, random.nextInt(3_000))));
            }
            inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(from)));

            assertThat(tables.stock(village.node())).isEqualTo(tables.counted(village.node()));
            assertThat(recount.differences(village.node())).isEmpty();
        }
        assertThat(tables.count("incident", village.node())).isZero();
        assertThat(tables.count("parked_event", village.node())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"120, 6", "1000, 700"})
    void onePassAndManyTurnsEndInTheSameRows(int events, int subjects) throws SQLException {
        Random random = new Random(9);
        SimulatedVillage atOnce = villages.aVillage();
        SimulatedVillage oneByOne = villages.aVillage();
        for (int i = 0; i < events; i++) {
            VillageEvent event = anything(random, new UUID(9, random.nextInt(subjects)));
            atOnce.records(event);
            oneByOne.records(event);
        }

        inbox.receive(atOnce.node(), TOPIC, atOnce.arriving(atOnce.eventsFrom(1)));
        for (int i = 1; i <= events; i++) {
            inbox.receive(oneByOne.node(), TOPIC, oneByOne.arriving(oneByOne.event(i)));
        }

        for (String table : List.of("resident", "family", "request", "mutation", "letter")) {
            String rows = "select string_agg((to_jsonb(r) - 'node')::text, ' ' order by id) from %s r where node = ?"
                    .formatted(table);
            assertThat(tables.value(rows, atOnce.node()))
                    .as(table)
                    .isNotNull()
                    .isEqualTo(tables.value(rows, oneByOne.node()));
        }
        assertThat(tables.count("request_flow", atOnce.node()))
                .isEqualTo(tables.count("request_flow", oneByOne.node()));
        assertThat(tables.stock(atOnce.node())).isEqualTo(tables.stock(oneByOne.node()));
    }

    @Test
    void aRemovedResidentDoesNotComeBackByALateEvent() throws SQLException {
        ResidentRecorded resident = aResident();
        SimulatedVillage village = villages.aVillage().records(resident, removed(resident));
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        project(village, 1, resident);

        assertThat(tables.count("resident", village.node())).isZero();
        assertThat(tables.stock(village.node())).isEmpty();
    }

    @Test
    void aRemovedResidentMayBeEnteredAgain() throws SQLException {
        ResidentRecorded resident = aResident();
        SimulatedVillage village = villages.aVillage().records(resident, removed(resident));
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        village.records(resident);
        inbox.receive(village.node(), TOPIC, village.arriving(village.event(3)));

        assertThat(tables.count("resident", village.node())).isEqualTo(1);
        assertThat(tables.stock(village.node())).containsEntry("people F", 1L);
    }

    @Test
    void anOlderStateNeverReplacesANewerOne() throws SQLException {
        UUID id = UUID.randomUUID();
        ResidentRecorded older = aResident(id, "Lama", Sex.MALE, BaseStatus.ALIVE);
        SimulatedVillage village =
                villages.aVillage().records(older, aResident(id, "Baru", Sex.MALE, BaseStatus.MOVED));
        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        project(village, 1, older);

        assertThat(tables.value("select full_name from resident where node = ?", village.node()))
                .isEqualTo("Baru");
        assertThat(tables.stock(village.node())).isEmpty();
    }

    @Test
    void aRequestThatPassedAllStatesInOneTurnCountsInEachFlowAndInOneStock() throws SQLException {
        UUID id = UUID.randomUUID();
        SimulatedVillage village = villages.aVillage()
                .records(
                        aRequest(id, RequestState.SUBMITTED),
                        aRequest(id, RequestState.SUBMITTED, RequestState.IN_REVIEW),
                        aRequest(id, RequestState.SUBMITTED, RequestState.IN_REVIEW, RequestState.AWAITING_SIGNATURE));

        inbox.receive(village.node(), TOPIC, village.arriving(village.eventsFrom(1)));

        assertThat(tables.count("request_flow", village.node())).isEqualTo(3);
        assertThat(tables.stock(village.node())).containsExactly(Map.entry("requests AWAITING_SIGNATURE", 1L));
    }

    private void project(SimulatedVillage village, long sequence, ResidentRecorded resident) {
        QuarkusTransaction.requiringNew()
                .call(() -> residents.apply(
                        village.node(), List.of(new Applied<>(new LogPosition(1, sequence), resident)), List.of()));
    }

    private static VillageEvent anything(Random random, UUID id) {
        RequestState[] states = RequestState.values();
        BaseStatus[] statuses = BaseStatus.values();
        MutationKind[] kinds = MutationKind.values();
        LetterState[] letters = LetterState.values();
        ResidentRecorded resident = aResident(
                id,
                "Warga " + random.nextInt(100),
                random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                random.nextInt(3) > 0 ? BaseStatus.ALIVE : statuses[random.nextInt(statuses.length)]);
        FamilyRecorded family = aFamily(id, "Jalan " + random.nextInt(100));
        return switch (random.nextInt(10)) {
            case 0 -> removed(resident);
            case 1 -> removed(family);
            case 2, 3 -> family;
            case 4 -> aRequest(id, RequestState.SUBMITTED, states[random.nextInt(states.length)]);
            case 5 ->
                aMutation(
                        id,
                        kinds[random.nextInt(kinds.length)],
                        DAY.plusDays(random.nextInt(90)),
                        random.nextInt(4) > 0 ? null : UNDONE);
            case 6 -> aLetter(id, letters[random.nextInt(letters.length)]);
            default -> resident;
        };
    }
}
