package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.letter.LetterChecks;
import id.smartkampung.village.letter.LetterPaper;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.merge.MergeService;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NumberingServiceTest {

    private static final int SIGNERS = 10;

    @Inject
    NumberingService numbering;

    @Inject
    WaitingLetters waiting;

    @Inject
    LetterChecks checks;

    @Inject
    LetterPaper papers;

    @Inject
    NumberedPaper numbered;

    @Inject
    ResidentService residents;

    @Inject
    MergeService merging;

    @Inject
    LetterNumbers numbers;

    @Inject
    LetterTypes types;

    @Inject
    Letterheads letterheads;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Test
    void tenSignersAtOnceLeaveNoGapAndNoDouble() throws Exception {
        List<UUID> requests =
                IntStream.range(0, SIGNERS).mapToObj(i -> waiting.one()).toList();
        ExecutorService signers = Executors.newFixedThreadPool(SIGNERS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (UUID request : requests) {
                // each signs twice, as somebody does whose line is slow
                work.add(() -> sequence(request));
                work.add(() -> sequence(request));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<Integer> one : signers.invokeAll(work)) {
                given.add(one.get());
            }
            List<Integer> distinct = given.stream().distinct().sorted().toList();
            assertThat(distinct).hasSize(SIGNERS);
            assertThat(distinct.get(SIGNERS - 1) - distinct.get(0)).isEqualTo(SIGNERS - 1);
        } finally {
            signers.shutdownNow();
        }
    }

    @Test
    void aTransactionThatRollsBackGivesItsNumberBack() {
        UUID first = waiting.one();
        QuarkusTransaction.begin();
        int lost = numbering.number(first, Residents.anOfficer()).get(0).sequence;
        QuarkusTransaction.rollback();

        assertThat(sequence(waiting.one())).isEqualTo(lost);
    }

    @Test
    void aLetterThatIsGivenUpKeepsItsNumberAndTheNextHasAnother() {
        UUID request = waiting.one();
        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        Letter cancelled = numbering.cancel(letter.id, letter.version, "Salah nama");
        Letter again = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(cancelled.number).isEqualTo(letter.number);
        assertThat(cancelled.state).isEqualTo(LetterState.CANCELLED);
        assertThat(again.sequence).isEqualTo(letter.sequence + 1);
        assertThatThrownBy(() -> numbering.cancel(letter.id, cancelled.version, "Sekali lagi"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aClockThatStandsBeforeTheLastNumberGivesNone() {
        sequence(waiting.one());
        UUID request = waiting.one();
        NumberingService yesterday = at(clock.instant().minus(Duration.ofDays(1)));
        NumberingService lastYear = at(clock.instant().minus(Duration.ofDays(400)));

        assertThatThrownBy(() -> inTransaction(() -> yesterday.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
        assertThatThrownBy(() -> inTransaction(() -> lastYear.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
    }

    @Test
    void aLetterKeepsTheVersionAndTheWordsItWasNumberedWith() {
        UUID request = waiting.one();

        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(letter.typeVersion)
                .isEqualTo(types.find(letter.kind).orElseThrow().version());
        assertThat(letter.answers().of("keperluan")).isEqualTo("bank");
        assertThat(letter.number).contains("400.12.3.2/" + letter.sequence + "/");
        assertThat(letter.validUntil).isEqualTo(letter.issuedOn.plusDays(30));
    }

    @Test
    void anotherWayOfCountingInTheMiddleOfAYearDoublesNoNumber() {
        int first = sequence(waiting.one());
        int byClassification;
        try {
            count(Office.CounterScope.CLASSIFICATION);
            byClassification = sequence(waiting.one());
            assertThat(sequence(waiting.one())).isEqualTo(byClassification + 1);
        } finally {
            count(Office.CounterScope.VILLAGE);
        }

        assertThat(byClassification).isGreaterThan(first);
        assertThat(sequence(waiting.one())).isGreaterThan(byClassification + 1);
    }

    @Test
    void aLetterGoesOverToTheRecordThatIsKept() {
        Letter letter = numbering.number(waiting.one(), Residents.anOfficer()).get(0);
        Resident kept = residents.register(Residents.aResident(), Residents.anOfficer());
        Resident lost = inTransaction(() -> Resident.findById(letter.applicantId));

        merging.merge(
                new MergeService.Pair(kept.id, kept.version, lost.id, lost.version),
                Set.of(),
                "tercatat dua kali",
                Residents.anOfficer());

        assertThat(inTransaction(() -> Letter.<Letter>findById(letter.id)).applicantId)
                .isEqualTo(kept.id);
    }

    @Test
    void lettersOfOneClassificationNeverHaveOneNumber() {
        UUID request = waiting.of("KTP", "KK", "BEDAID");
        try {
            count(Office.CounterScope.CLASSIFICATION);

            assertThat(numbering.number(request, Residents.anOfficer()))
                    .extracting(letter -> letter.number)
                    .doesNotHaveDuplicates()
                    .allMatch(number -> number.startsWith("400.12.2.1/"));
        } finally {
            count(Office.CounterScope.VILLAGE);
        }
    }

    @Test
    void countersAreTakenInOneOrderByEverybody() throws Exception {
        count(Office.CounterScope.CLASSIFICATION);
        List<UUID> requests = IntStream.range(0, SIGNERS)
                .mapToObj(i -> i % 2 == 0 ? waiting.of("KTP", "SKU") : waiting.of("SKU", "KTP"))
                .toList();
        ExecutorService signers = Executors.newFixedThreadPool(SIGNERS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            requests.forEach(request -> work.add(() -> sequence(request)));
            for (Future<Integer> one : signers.invokeAll(work)) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            signers.shutdownNow();
            count(Office.CounterScope.VILLAGE);
        }
    }

    @Test
    void aLetterOfAClockThatRanAheadHoldsNobodyUpWhenItIsGivenUp() {
        UUID request = waiting.one();
        NumberingService ahead = at(clock.instant().plus(Duration.ofDays(3000)));
        Letter wrong = inTransaction(() -> ahead.number(request, Residents.anOfficer()))
                .get(0);
        UUID next = waiting.one();
        assertThatThrownBy(() -> numbering.number(next, Residents.anOfficer()))
                .hasMessageContaining("letter-clock-behind");

        numbering.cancel(wrong.id, wrong.version, "Jam server salah");

        assertThat(sequence(next)).isPositive();
    }

    private NumberingService at(Instant instant) {
        Clock fixed = Clock.fixed(instant, clock.getZone());
        return new NumberingService(numbers, types, checks, papers, numbered, letterheads, audit, fixed);
    }

    private static void count(Office.CounterScope scope) {
        QuarkusTransaction.requiringNew().run(() -> Office.get().counterScope = scope);
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private int sequence(UUID request) {
        Arc.container().requestContext().activate();
        try {
            return numbering.number(request, Residents.anOfficer()).get(0).sequence;
        } finally {
            Arc.container().requestContext().terminate();
        }
    }
}
