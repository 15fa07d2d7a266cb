package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.FillingService;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.merge.MergeService;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Roles;
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
import java.util.Map;
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
    FillingService fillings;

    @Inject
    RequestService requests;

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
        List<UUID> waiting =
                IntStream.range(0, SIGNERS).mapToObj(i -> waiting()).toList();
        ExecutorService signers = Executors.newFixedThreadPool(SIGNERS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (UUID request : waiting) {
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
        UUID first = waiting();
        QuarkusTransaction.begin();
        int lost = numbering.number(first, Residents.anOfficer()).get(0).sequence;
        QuarkusTransaction.rollback();

        assertThat(sequence(waiting())).isEqualTo(lost);
    }

    @Test
    void aLetterThatIsGivenUpKeepsItsNumberAndTheNextHasAnother() {
        UUID request = waiting();
        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        Letter cancelled = numbering.cancel(letter.id, letter.version, "Salah nama");
        Letter again = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(cancelled.number).isEqualTo(letter.number);
        assertThat(cancelled.state).isEqualTo(Letter.State.CANCELLED);
        assertThat(again.sequence).isEqualTo(letter.sequence + 1);
        assertThatThrownBy(() -> numbering.cancel(letter.id, cancelled.version, "Sekali lagi"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aClockThatStandsBeforeTheLastNumberGivesNone() {
        sequence(waiting());
        UUID request = waiting();
        NumberingService yesterday = at(clock.instant().minus(Duration.ofDays(1)));
        NumberingService lastYear = at(clock.instant().minus(Duration.ofDays(400)));

        assertThatThrownBy(() -> inTransaction(() -> yesterday.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
        assertThatThrownBy(() -> inTransaction(() -> lastYear.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
    }

    @Test
    void aLetterKeepsTheVersionAndTheWordsItWasNumberedWith() {
        UUID request = waiting();

        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(letter.typeVersion)
                .isEqualTo(types.find(letter.kind).orElseThrow().version());
        assertThat(letter.answers().of("keperluan")).isEqualTo("bank");
        assertThat(letter.number).contains("400.12.3.2/" + letter.sequence + "/");
        assertThat(letter.validUntil).isEqualTo(letter.issuedOn.plusDays(30));
    }

    @Test
    void anotherWayOfCountingInTheMiddleOfAYearDoublesNoNumber() {
        int first = sequence(waiting());
        int byClassification;
        try {
            count(Office.CounterScope.CLASSIFICATION);
            byClassification = sequence(waiting());
            assertThat(sequence(waiting())).isEqualTo(byClassification + 1);
        } finally {
            count(Office.CounterScope.VILLAGE);
        }

        assertThat(byClassification).isGreaterThan(first);
        assertThat(sequence(waiting())).isGreaterThan(byClassification + 1);
    }

    @Test
    void aLetterGoesOverToTheRecordThatIsKept() {
        Letter letter = numbering.number(waiting(), Residents.anOfficer()).get(0);
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
    void noNumberBeforeTheRequestWaitsForItsSignature() {
        UUID request = filled();

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-not-waiting");
    }

    private NumberingService at(Instant instant) {
        return new NumberingService(numbers, types, letterheads, audit, Clock.fixed(instant, clock.getZone()));
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

    /** A request that waits for its signature. */
    private UUID waiting() {
        UUID id = filled();
        Request inReview =
                requests.move(id, version(id), RequestState.IN_REVIEW, null, Roles.SEKDES, Residents.anOfficer());
        requests.move(id, inReview.version, RequestState.AWAITING_SIGNATURE, null, Roles.SEKDES, Residents.anOfficer());
        return id;
    }

    private UUID filled() {
        Resident applicant = residents.register(Residents.aResident(), Residents.anOfficer());
        LetterKind kind = new LetterKind("BLMNIKAH");
        RequestDraft draft = new RequestDraft(applicant.id, kind, Channel.COUNTER, false, "bank", null, null);
        UUID id = requests.submit(draft, Residents.anOfficer()).id;
        fillings.save(
                id,
                -1,
                Answers.of(Map.of("keperluan", "bank")),
                signatory(),
                List.of(types.find(kind).orElseThrow()),
                Residents.anOfficer());
        return id;
    }

    private static int version(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Request.<Request>findById(id).version);
    }

    private static UUID signatory() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Signatory head = new Signatory();
            head.id = UUID.randomUUID();
            head.name = "Kepala Uji";
            head.basis = Signatory.Basis.HEAD;
            // not offered to other tests
            head.active = false;
            head.createdAt = Instant.EPOCH;
            head.persist();
            return head.id;
        });
    }
}
