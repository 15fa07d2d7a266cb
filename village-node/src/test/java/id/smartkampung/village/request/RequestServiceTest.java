package id.smartkampung.village.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestServiceTest {

    private static final Author OFFICER = Residents.anOfficer();
    private static final LetterKind DOMICILE = new LetterKind("DOM");

    @Inject
    RequestService requests;

    @Inject
    RequestQueries queries;

    @Inject
    ResidentService residents;

    @Test
    void nobodyAsksWhoIsMadeInvalidMeanwhile() throws Exception {
        UUID applicant = anApplicant();
        ExecutorService counter = Executors.newSingleThreadExecutor();
        try {
            Future<Request> answer = QuarkusTransaction.requiringNew().call(() -> {
                Resident resident = Resident.findById(applicant, LockModeType.PESSIMISTIC_WRITE);
                ResidentDraft invalid = new ResidentDraft().set(ResidentField.BASE_STATUS, BaseStatus.INVALID);
                residents.change(applicant, resident.version, invalid, OFFICER);
                Resident.flush();
                Future<Request> waiting = counter.submit(() -> requests.submit(of(applicant), OFFICER));
                await().until(() -> waiting.isDone() || isSomebodyWaiting());
                return waiting;
            });

            assertThatThrownBy(answer::get).hasMessageContaining("applicant-not-alive");
        } finally {
            counter.shutdown();
        }
    }

    private static boolean isSomebodyWaiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> !Resident.getEntityManager()
                        .createNativeQuery("select pid from pg_locks where not granted")
                        .getResultList()
                        .isEmpty());
    }

    @Test
    void numbersRequestsWithoutGapsThoughManyAskAtOnce() throws Exception {
        UUID applicant = anApplicant();
        int before = counter(requests.submit(of(applicant), OFFICER));
        ExecutorService counters = Executors.newFixedThreadPool(4);
        try {
            List<Future<Request>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                boolean fails = i % 3 == 0;
                answers.add(counters.submit(() -> submit(applicant, fails)));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<Request> answer : answers) {
                if (answer.get() != null) {
                    given.add(counter(answer.get()));
                }
            }

            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 8)
                            .boxed()
                            .toList());
        } finally {
            counters.shutdown();
        }
    }

    @Test
    void leadsARequestFromTheCounterToItsEnd() {
        Request request = requests.submit(of(anApplicant()), OFFICER);

        request = move(request, RequestState.IN_REVIEW, "operator");
        request = move(request, RequestState.AWAITING_SIGNATURE, "operator");
        request = signed(request);
        request = move(request, RequestState.COMPLETED, "operator");

        UUID id = request.id;
        List<RequestState> passed = QuarkusTransaction.requiringNew()
                .call(() -> Request.<Request>findById(id).steps.stream()
                        .map(step -> step.state)
                        .toList());
        assertThat(passed)
                .containsExactly(
                        RequestState.SUBMITTED,
                        RequestState.IN_REVIEW,
                        RequestState.AWAITING_SIGNATURE,
                        RequestState.READY,
                        RequestState.COMPLETED);
    }

    @Test
    void refusesAStepThatIsNotInTheTable() {
        Request request = requests.submit(of(anApplicant()), OFFICER);

        assertThatThrownBy(() -> move(request, RequestState.READY, "kades")).hasMessageContaining("step-impossible");
    }

    private Request signed(Request waiting) {
        return QuarkusTransaction.requiringNew()
                .call(() -> requests.leaveSignature(Request.findById(waiting.id), RequestState.READY, null, OFFICER));
    }

    @Test
    void letsNobodySayByHandThatLettersAreSigned() {
        Request submitted = requests.submit(of(anApplicant()), OFFICER);
        Request reviewed = move(submitted, RequestState.IN_REVIEW, "operator");
        Request waiting = move(reviewed, RequestState.AWAITING_SIGNATURE, "operator");

        assertThatThrownBy(() -> move(waiting, RequestState.READY, "operator")).hasMessageContaining("step-of-others");
        assertThatThrownBy(() -> move(waiting, RequestState.READY, "kades")).hasMessageContaining("step-of-others");
    }

    @Test
    void letsNobodySayByHandThatALetterIsOnItsWay() {
        Request submitted = requests.submit(of(anApplicant()), OFFICER);
        Request reviewed = move(submitted, RequestState.IN_REVIEW, "operator");
        Request ready = signed(move(reviewed, RequestState.AWAITING_SIGNATURE, "operator"));

        assertThatThrownBy(() -> move(ready, RequestState.OUT_FOR_DELIVERY, "operator"))
                .hasMessageContaining("step-by-courier");
        Request carried = QuarkusTransaction.requiringNew()
                .call(() -> requests.deliver(Request.findById(ready.id), RequestState.OUT_FOR_DELIVERY, OFFICER));
        assertThatThrownBy(() -> move(carried, RequestState.COMPLETED, "admin"))
                .hasMessageContaining("step-by-courier");
    }

    @Test
    void asksForAReasonToReject() {
        Request request = requests.submit(of(anApplicant()), OFFICER);

        assertThatThrownBy(() ->
                        requests.move(request.id, request.version, RequestState.REJECTED, "  ", "operator", OFFICER))
                .hasMessageContaining("reason-missing");
    }

    @Test
    void refusesTheSecondOfTwoWhoLeadTheSameRequestOn() {
        Request request = requests.submit(of(anApplicant()), OFFICER);
        move(request, RequestState.IN_REVIEW, "operator");

        assertThatThrownBy(() -> move(request, RequestState.IN_REVIEW, "operator"))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void refusesARequestOfTheDead() {
        UUID dead =
                residents.register(Residents.aResident().set(ResidentField.BASE_STATUS, BaseStatus.DEAD), OFFICER).id;

        assertThatThrownBy(() -> requests.submit(of(dead), OFFICER)).hasMessageContaining("applicant-not-alive");
    }

    @Test
    void knowsAnOpenRequestOfTheSamePersonForTheSameLetter() {
        UUID applicant = anApplicant();
        Request open = requests.submit(of(applicant), OFFICER);

        assertThat(queries.openTwins(applicant, DOMICILE))
                .extracting(RequestQueries.Line::id)
                .containsExactly(open.id);
        assertThat(queries.openTwins(applicant, new LetterKind("SKU"))).isEmpty();
    }

    @Test
    void findsARequestByItsNumberHoweverItIsWritten() {
        Request request = requests.submit(of(anApplicant()), OFFICER);

        assertThat(queries.findByNumber(request.number)).contains(request.id);
        assertThat(queries.findByNumber(" " + request.number.replace("-", " / ")))
                .contains(request.id);
    }

    private Request submit(UUID applicant, boolean fails) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Request request = requests.submit(of(applicant), OFFICER);
                if (fails) {
                    throw new IllegalStateException("the power went off");
                }
                return request;
            });
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private Request move(Request request, RequestState to, String role) {
        return requests.move(request.id, request.version, to, null, role, OFFICER);
    }

    private UUID anApplicant() {
        return residents.register(Residents.aResident(), OFFICER).id;
    }

    private static RequestDraft of(UUID applicant) {
        return new RequestDraft(applicant, DOMICILE, Channel.COUNTER, false, "syarat bank", null, null);
    }

    private static int counter(Request request) {
        return Integer.parseInt(request.number.substring(3));
    }
}
