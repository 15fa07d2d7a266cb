package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.village.office.OfficeService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Which letters are given a number, and when they lose it. */
@QuarkusTest
class NumberingRulesTest {

    @Inject
    NumberingService numbering;

    @Inject
    WaitingLetters waiting;

    @Inject
    OfficeService office;

    @Inject
    ResidentService residents;

    @Test
    void noNumberBeforeTheRequestWaitsForItsSignature() {
        UUID request = waiting.filled();

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-not-waiting");
    }

    @Test
    void aRequestThatLeavesTheSignatureGivesItsNumbersUp() {
        UUID request = waiting.one();
        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        waiting.move(request, RequestState.IN_REVIEW);

        Letter given = inTransaction(() -> Letter.findById(letter.id));
        assertThat(given.state).isEqualTo(LetterState.CANCELLED);
        assertThat(given.reason).contains("dikembalikan");
    }

    @Test
    void aRequestIsNotReadyBeforeItsLettersHaveANumberAndThenTheyStay() {
        UUID request = waiting.one();
        assertThatThrownBy(() -> waiting.move(request, RequestState.READY)).hasMessageContaining("letter-unnumbered");
        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        waiting.move(request, RequestState.READY);

        assertThatThrownBy(() -> numbering.cancel(letter.id, letter.version, "Terlambat"))
                .hasMessageContaining("letter-not-waiting");
    }

    @Test
    void whatChangedBehindTheOfficerIsLookedAtAgain() {
        UUID request = waiting.one();
        UUID applicant = waiting.applicantOf(request);
        Resident now = inTransaction(() -> Resident.findById(applicant));
        residents.change(
                applicant,
                now.version,
                new ResidentDraft().set(ResidentField.MARITAL_STATUS, MaritalStatus.MARRIED),
                Residents.anOfficer());

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-check-refuses");
    }

    @Test
    void whoNoLongerSignsSignsNoMore() {
        UUID request = waiting.one();
        office.end(waiting.signatoryOf(request));

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-signatory-ended");
    }

    @Test
    void aFormThatOnlyCitizensSignHasNoNumber() {
        UUID request = waiting.of("N4");

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-without-number");
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
