package id.smartkampung.deploy.history;

import static id.smartkampung.deploy.history.Sarongan.HISTORY;
import static id.smartkampung.deploy.history.Sarongan.REPLAY;
import static id.smartkampung.deploy.history.Sarongan.RESIDENTS;
import static id.smartkampung.deploy.history.Sarongan.SARONGAN;
import static id.smartkampung.deploy.history.Sarongan.count;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.population.Population;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final KodeWilayah LICIN = new KodeWilayah("35.10.24");
    private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    @Test
    void theSameSeedGivesTheSameEventsOnEveryMachine() throws Exception {
        assertThat(sha256(List.of(History.of(Population.DEFAULT_SEED, SARONGAN, 500))))
                .isEqualTo("a3600bb4ef0443e91f282b3a8791f6b105a631396d3a86aef8acb6d6a2fbf018");
    }

    @Test
    void aWholeKecamatanOfItsTrueSizeIsTheSameOnEveryMachine() throws Exception {
        List<History> villages = Population.fullSize().entrySet().stream()
                .filter(size -> size.getKey().kecamatan().equals(LICIN))
                .map(size -> History.of(Population.DEFAULT_SEED, size.getKey(), size.getValue()))
                .toList();

        assertThat(sha256(villages)).isEqualTo("f7a2714be93a29c81f1e36bb3f4261383a6a4ed7e1dc6226c4a668af46ce1fe4");
    }

    @Test
    void itEndsWithTheRegisterOfTheReferenceDate() {
        Map<UUID, ResidentRecorded> register =
                events(ResidentRecorded.class).collect(Collectors.toMap(ResidentRecorded::residentId, one -> one));
        Map<UUID, ResidentRecorded> left = REPLAY.residents.values().stream()
                .filter(Replay::counts)
                .collect(Collectors.toMap(ResidentRecorded::residentId, one -> one));

        assertThat(left).hasSize(RESIDENTS).isEqualTo(register);
        assertThat(REPLAY.families.values())
                .containsAll(events(FamilyRecorded.class).toList());
    }

    @Test
    void whoIsGoneStaysInTheRegisterAsDeadOrMoved() {
        Map<BaseStatus, Long> gone = REPLAY.residents.values().stream()
                .filter(one -> !Replay.counts(one))
                .collect(Collectors.groupingBy(ResidentRecorded::baseStatus, Collectors.counting()));

        assertThat(gone)
                .containsOnlyKeys(BaseStatus.DEAD, BaseStatus.MOVED)
                .containsEntry(BaseStatus.DEAD, count(MutationKind.DEATH))
                .containsEntry(BaseStatus.MOVED, count(MutationKind.DEPARTURE));
    }

    @Test
    void openingAndWhatHappenedMakeTheClosingOfEveryMonthBySex() {
        assertThat(REPLAY.atEndOf).hasSize(25);
        for (YearMonth month : REPLAY.atEndOf.keySet()) {
            Map<Sex, Long> before = REPLAY.atEndOf.get(month.minusMonths(1));
            if (before == null) {
                continue;
            }
            for (Sex sex : Sex.values()) {
                long moved = REPLAY.mutations.stream()
                        .filter(one -> one.sex() == sex
                                && YearMonth.from(one.bookedOn()).equals(month))
                        .mapToLong(one -> one.kind().isAdding() ? 1 : -1)
                        .sum();
                assertThat(REPLAY.atEndOf.get(month).get(sex))
                        .as("%s %s", month, sex)
                        .isEqualTo(before.get(sex) + moved);
            }
        }
    }

    @Test
    void everyFamilyWithPeopleHasOneHeadAtTheEndOfEveryMonth() {
        assertThat(REPLAY.headless).isEmpty();
    }

    @Test
    void everythingComesInTheOrderOfItsTimeAndNothingAfterTheReferenceDate() {
        List<Instant> times = REPLAY.all.stream().map(History.Recorded::at).toList();

        assertThat(times).isSorted();
        assertThat(times.get(times.size() - 1)).isBefore(Instant.parse("2026-06-30T17:00:00Z"));
    }

    @Test
    void whatIsToldOfAPersonOrFamilyComesAfterTheyWereEntered() {
        Set<UUID> known = new HashSet<>();
        List<VillageEvent> tooEarly = new ArrayList<>();
        for (History.Recorded recorded : REPLAY.all) {
            if (!known.containsAll(needed(recorded.event()))) {
                tooEarly.add(recorded.event());
            }
            known.add(recorded.event().subject().id());
        }
        assertThat(tooEarly).isEmpty();
    }

    private static List<UUID> needed(VillageEvent event) {
        if (event instanceof ResidentRecorded resident) {
            return List.of(resident.familyId());
        }
        if (event instanceof MutationRecorded mutation) {
            UUID mother = mutation.motherId() == null ? mutation.residentId() : mutation.motherId();
            return List.of(mutation.residentId(), mutation.familyId(), mother);
        }
        return event instanceof RequestRecorded request ? List.of(request.applicantId()) : List.of();
    }

    @Test
    void everyMutationIsReportedAfterItHappenedWithinTheTwoYears() {
        assertThat(REPLAY.mutations).allSatisfy(one -> {
            assertThat(one.happenedOn()).isBetween(HISTORY.first(), one.reportedOn());
            assertThat(one.reportedOn()).isBeforeOrEqualTo(HISTORY.last());
            assertThat(one.recordedAt().atOffset(WIB).toLocalDate()).isEqualTo(one.bookedOn());
        });
    }

    @Test
    void nothingHappensBeforeBirthAndABirthHappensOnTheDayOfIt() {
        for (MutationRecorded one : REPLAY.mutations) {
            LocalDate bornOn = REPLAY.residents.get(one.residentId()).bornOn();
            assertThat(one.happenedOn()).isAfterOrEqualTo(bornOn);
            if (one.kind() == MutationKind.BIRTH) {
                assertThat(one.happenedOn()).isEqualTo(bornOn);
            }
        }
    }

    @Test
    void whoeverWasBornInTheTwoYearsHasABirthOrAnArrival() {
        Set<UUID> entered = REPLAY.mutations.stream()
                .filter(one -> one.kind().isAdding())
                .map(MutationRecorded::residentId)
                .collect(Collectors.toSet());

        assertThat(REPLAY.residents.values())
                .filteredOn(one -> !one.bornOn().isBefore(HISTORY.first()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(entered).contains(one.residentId()));
    }

    @Test
    void nobodyChangesAfterDeathOrDeparture() {
        Set<UUID> gone = new HashSet<>();
        for (History.Recorded recorded : REPLAY.all) {
            if (recorded.event() instanceof ResidentRecorded resident) {
                assertThat(gone).doesNotContain(resident.residentId());
                if (!Replay.counts(resident)) {
                    gone.add(resident.residentId());
                }
            }
        }
        assertThat(gone).hasSizeGreaterThan(100);
    }

    @Test
    void whoAsksIsGrownUpAliveAndThere() {
        Map<UUID, LocalDate> came = new HashMap<>();
        Map<UUID, LocalDate> went = new HashMap<>();
        for (MutationRecorded one : REPLAY.mutations) {
            (one.kind().isAdding() ? came : went).put(one.residentId(), one.happenedOn());
        }
        for (RequestRecorded request : REPLAY.requests.values()) {
            LocalDate day = request.submittedAt().atOffset(WIB).toLocalDate();
            UUID who = request.applicantId();
            assertThat(REPLAY.residents.get(who).bornOn().plusYears(17)).isBeforeOrEqualTo(day);
            assertThat(came.getOrDefault(who, LocalDate.MIN)).isBefore(day);
            assertThat(went.getOrDefault(who, LocalDate.MAX)).isAfter(day);
        }
    }

    @Test
    void everyRequestGoesItsLegalWayStepByStep() {
        Map<UUID, List<Step>> told = new HashMap<>();
        for (History.Recorded recorded : REPLAY.all) {
            if (!(recorded.event() instanceof RequestRecorded request)) {
                continue;
            }
            List<Step> before = told.getOrDefault(request.requestId(), List.of());
            assertThat(request.steps()).hasSize(before.size() + 1);
            assertThat(request.steps().subList(0, before.size())).isEqualTo(before);
            Step last = request.steps().get(before.size());
            assertThat(last.state()).isEqualTo(request.state());
            assertThat(last.at()).isEqualTo(recorded.at());
            if (before.isEmpty()) {
                assertThat(last).isEqualTo(new Step(RequestState.SUBMITTED, request.submittedAt()));
            } else {
                Step previous = before.get(before.size() - 1);
                assertThat(previous.state().canBecome(last.state())).isTrue();
                assertThat(last.at()).isAfter(previous.at());
            }
            told.put(request.requestId(), request.steps());
        }
        assertThat(told).hasSizeGreaterThan(1000);
    }

    @Test
    void everyRequestIsOfAnOfferedKindAndChannelAndHasItsNumber() {
        assertThat(REPLAY.requests.values())
                .allSatisfy(one -> assertThat(
                                LetterCatalogue.find(one.kind()).orElseThrow().channels())
                        .contains(one.channel()));
        assertThat(REPLAY.requests.values().stream().map(RequestRecorded::number))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyHasTheNikOfAnother() {
        List<ResidentRecorded> withNik = REPLAY.residents.values().stream()
                .filter(one -> one.nik() != null)
                .toList();

        assertThat(withNik.stream().map(ResidentRecorded::nik)).doesNotHaveDuplicates();
    }

    private static <E> Stream<E> events(Class<E> type) {
        return Population.of(Population.DEFAULT_SEED)
                .village(SARONGAN, RESIDENTS)
                .events()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String sha256(List<History> histories) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (History history : histories) {
            history.events().forEach(one -> {
                sha256.update(one.at().toString().getBytes(StandardCharsets.US_ASCII));
                sha256.update(EventJson.write(one.event()));
            });
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
