package id.smartkampung.district.population;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.resident.ResidentProjection;
import id.smartkampung.district.statistics.Recount;
import id.smartkampung.district.village.Applied;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.Sex;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PopulationTest {

    private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(2028, 2, 28);

    @Inject
    ResidentProjection residents;

    @Inject
    PopulationProjection population;

    @Inject
    PopulationService service;

    @Inject
    Recount recount;

    @Inject
    Reading reading;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void totalsEqualTheRecountAfterEveryBatchOfARandomHistory(long seed) {
        NodeId node = aVillage();
        Random random = new Random(seed);
        People people = new People(seed);
        long sequence = 0;
        for (int batch = 0; batch < 12; batch++) {
            List<Applied<ResidentRecorded>> recorded = new ArrayList<>();
            List<Applied<ResidentRemoved>> removed = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                UUID id = new UUID(seed, i);
                LogPosition position = new LogPosition(1, ++sequence);
                if (random.nextInt(10) == 0) {
                    removed.add(new Applied<>(position, new ResidentRemoved(id)));
                } else if (random.nextInt(3) > 0) {
                    recorded.add(new Applied<>(position, people.somebody(id)));
                }
            }
            apply(node, recorded, removed);

            assertThat(recount.differences(node)).as("batch %d", batch).isEmpty();
        }
        assertThat(rows(node)).isNotEmpty();
    }

    @Test
    void manyNewPeopleAtOnceAreCountedAsOneByOne() {
        NodeId atOnce = aVillage();
        NodeId oneByOne = aVillage();
        List<Applied<ResidentRecorded>> crowd = crowd(11, 400);

        apply(atOnce, crowd, List.of());
        crowd.forEach(person -> apply(oneByOne, List.of(person), List.of()));

        assertThat(recount.differences(atOnce)).isEmpty();
        assertThat(rows(atOnce)).isEqualTo(rows(oneByOne));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void anyOrderAndRepetitionOfEventsEndsInTheSameTotals(long seed) {
        People people = new People(seed);
        List<Applied<? extends VillageEvent>> events = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            UUID id = new UUID(seed, i % 12);
            LogPosition position = new LogPosition(1, i + 1);
            events.add(
                    i % 9 == 0
                            ? new Applied<>(position, new ResidentRemoved(id))
                            : new Applied<>(position, people.somebody(id)));
        }
        NodeId inOrder = aVillage();
        NodeId shuffled = aVillage();
        List<Applied<? extends VillageEvent>> disorder = new ArrayList<>(events);
        disorder.addAll(events.subList(20, 60));
        Collections.shuffle(disorder, new Random(seed));

        events.forEach(event -> apply(inOrder, event));
        disorder.forEach(event -> apply(shuffled, event));

        assertThat(rows(shuffled)).isEqualTo(rows(inOrder));
        assertThat(recount.differences(shuffled)).isEmpty();
    }

    @Test
    void aBirthAddsOnePersonToEachTraitAndTheDeathTakesExactlyThatAway() {
        NodeId node = aVillage();
        apply(node, crowd(7, 50), List.of());
        List<String> before = rows(node);
        People people = new People(70);
        ResidentRecorded child = people.born(UUID.randomUUID(), LocalDate.of(2026, 11, 20));

        apply(node, new Applied<>(new LogPosition(1, 1000), child));
        List<String> with = rows(node);
        apply(node, new Applied<>(new LogPosition(1, 1001), new ResidentRemoved(child.residentId())));

        List<String> changed =
                with.stream().filter(row -> !before.contains(row)).toList();
        assertThat(changed).hasSize(Trait.values().length);
        assertThat(rows(node)).isEqualTo(before);
    }

    @Test
    void peopleGrowOlderDayByDayAsTheyAreCountedOnThatDay() {
        NodeId node = aVillage();
        apply(node, crowd(21, 400), List.of());
        service.goOn(node, BEFORE_LEAP_DAY.minusYears(1).minusDays(1));
        for (LocalDate first : List.of(BEFORE_LEAP_DAY.minusYears(1), BEFORE_LEAP_DAY)) {
            for (LocalDate day = first; day.isBefore(first.plusDays(4)); day = day.plusDays(1)) {
                service.goOn(node, day);

                assertThat(asOf(node)).isEqualTo(day);
                assertThat(recount.differences(node)).as("on %s", day).isEmpty();
            }
        }
    }

    @Test
    void daysThatWereMissedAreMadeUp() {
        NodeId node = aVillage();
        apply(node, crowd(22, 400), List.of());

        service.goOn(node, LocalDate.of(2029, 5, 17));

        assertThat(recount.differences(node)).isEmpty();
    }

    @Test
    void twoHubsMakePeopleOlderOnce() {
        NodeId node = aVillage();
        apply(node, crowd(23, 300), List.of());
        LocalDate day = LocalDate.of(2027, 12, 1);

        Stream<CompletableFuture<Void>> hubs =
                IntStream.range(0, 4).mapToObj(hub -> CompletableFuture.runAsync(() -> service.goOn(node, day)));
        CompletableFuture.allOf(hubs.toArray(CompletableFuture[]::new)).join();

        assertThat(recount.differences(node)).isEmpty();
    }

    @Test
    void aBatchOnALaterDayCountsPeopleAsOfTheStoredDay() {
        NodeId node = aVillage();
        apply(node, crowd(24, 50), List.of());
        service.goOn(node, LocalDate.of(2028, 2, 29));

        apply(node, new Applied<>(new LogPosition(1, 900), new People(3).somebody(new UUID(24, 3))));

        assertThat(recount.differences(node)).isEmpty();
    }

    @Test
    void aVillageWhoseRowsAreOlderThanItsTotalsIsCountedOnce() {
        NodeId node = aVillage();
        QuarkusTransaction.requiringNew().call(() -> residents.apply(node, crowd(25, 60), List.of()));

        apply(node, new Applied<>(new LogPosition(1, 900), new People(4).somebody(new UUID(25, 3))));

        assertThat(recount.differences(node))
                .noneMatch(difference -> !difference.measure().equals("people"));
    }

    @Test
    void theEndOfAMonthIsKeptAsOldAsPeopleWereThen() {
        NodeId node = aVillage();
        apply(
                node,
                new Applied<>(new LogPosition(1, 1), new People(8).born(UUID.randomUUID(), LocalDate.of(2000, 2, 1))));
        LocalDate today = asOf(node);

        service.goOn(node, LocalDate.of(2028, 2, 3));

        assertThat(reading.list(
                        row -> row.getObject("month", LocalDate.class) + " " + row.getInt("place"), """
                        select month, array_length(amounts, 1) as place from population_month
                        where node = ? and trait = 'age' order by month
                        """, node.value()))
                .first()
                .asString()
                .startsWith(today.withDayOfMonth(1).toString());
        assertThat(agesAtTheEndOf(node, LocalDate.of(2028, 1, 1))).isEqualTo(27);
        assertThat(agesAtTheEndOf(node, LocalDate.of(2027, 2, 1))).isEqualTo(27);
        assertThat(agesAtTheEndOf(node, LocalDate.of(2027, 1, 1))).isEqualTo(26);
    }

    @Test
    void aPersonOfEachSexStandsWhereTheSexIsReadAgain() {
        Population people = new Population()
                .plus(Trait.RELIGION, 7, Sex.FEMALE, 3)
                .plus(Trait.RELIGION, 7, Sex.MALE, 2)
                .plus(Trait.RELIGION, 7, null, 1);

        assertThat(people.of(Trait.RELIGION, 7, Sex.FEMALE)).isEqualTo(3);
        assertThat(people.of(Trait.RELIGION, 7)).isEqualTo(6);
        assertThat(Population.sum(List.of(people, people)).all(Trait.RELIGION)).isEqualTo(12);
    }

    private int agesAtTheEndOf(NodeId node, LocalDate month) {
        return reading.first(row -> (row.getInt("place") - 1) / 3 - 1, """
                        select array_length(amounts, 1) as place from population_month
                        where node = ? and trait = 'age' and month = ?
                        """, node.value(), month)
                .orElseThrow();
    }

    private static NodeId aVillage() {
        return new NodeId("people-" + UUID.randomUUID());
    }

    private static List<Applied<ResidentRecorded>> crowd(long seed, int size) {
        People people = new People(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> new Applied<>(new LogPosition(1, i + 1), people.somebody(new UUID(seed, i))))
                .toList();
    }

    private void apply(NodeId node, Applied<? extends VillageEvent> applied) {
        if (applied.event() instanceof ResidentRemoved removal) {
            apply(node, List.of(), List.of(new Applied<>(applied.position(), removal)));
        } else if (applied.event() instanceof ResidentRecorded resident) {
            apply(node, List.of(new Applied<>(applied.position(), resident)), List.of());
        }
    }

    private void apply(NodeId node, List<Applied<ResidentRecorded>> recorded, List<Applied<ResidentRemoved>> removed) {
        QuarkusTransaction.requiringNew().call(() -> {
            population.move(node, residents.apply(node, recorded, removed));
            return null;
        });
    }

    /** The totals without the zeros, as text. */
    private List<String> rows(NodeId node) {
        return reading.list(row -> row.getString("cells"), """
                select trait || ' ' || string_agg(place || '=' || amount, ' ' order by place) as cells
                from population cross join lateral unnest(amounts) with ordinality as a(amount, place)
                where node = ? and amount <> 0 group by trait order by trait
                """, node.value());
    }

    private LocalDate asOf(NodeId node) {
        return reading.first(
                        row -> row.getObject("as_of", LocalDate.class),
                        "select as_of from population_day where node = ?",
                        node.value())
                .orElseThrow();
    }
}
