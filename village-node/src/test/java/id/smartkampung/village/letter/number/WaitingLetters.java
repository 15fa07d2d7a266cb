package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.FillingService;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests for tests whose letters are filled in and wait for their signature. */
@ApplicationScoped
public class WaitingLetters {

    private final RequestService requests;
    private final FillingService fillings;
    private final ResidentService residents;
    private final LetterTypes types;

    WaitingLetters(RequestService requests, FillingService fillings, ResidentService residents, LetterTypes types) {
        this.requests = requests;
        this.fillings = fillings;
        this.residents = residents;
        this.types = types;
    }

    /** One that says that somebody is not married. */
    UUID one() {
        return of("BLMNIKAH");
    }

    /** The first of the types is asked for, the others are made alongside. */
    UUID of(String... kinds) {
        UUID id = filled(kinds);
        move(id, RequestState.IN_REVIEW);
        move(id, RequestState.AWAITING_SIGNATURE);
        return id;
    }

    UUID filled() {
        return filled("BLMNIKAH");
    }

    private UUID filled(String... kinds) {
        Resident applicant = residents.register(
                Residents.aResident().set(ResidentField.MARITAL_STATUS, MaritalStatus.SINGLE), Residents.anOfficer());
        RequestDraft draft =
                new RequestDraft(applicant.id, new LetterKind(kinds[0]), Channel.COUNTER, false, "bank", null, null);
        UUID id = requests.submit(draft, Residents.anOfficer()).id;
        List<LetterTypes.Current> letters = Arrays.stream(kinds)
                .map(kind -> types.find(new LetterKind(kind)).orElseThrow())
                .toList();
        Answers answers = Answers.of(Map.of("keperluan", "bank"));
        fillings.save(id, -1, answers, signatory(), letters, Residents.anOfficer());
        return id;
    }

    void move(UUID id, RequestState to) {
        int version = QuarkusTransaction.requiringNew().call(() -> Request.<Request>findById(id).version);
        String reason = to.needsReason() ? "keperluan uji" : null;
        requests.move(id, version, to, reason, Roles.SEKDES, Residents.anOfficer());
    }

    UUID applicantOf(UUID request) {
        return QuarkusTransaction.requiringNew().call(() -> Request.<Request>findById(request).applicantId);
    }

    UUID signatoryOf(UUID request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> LetterFilling.find(request).orElseThrow().signatoryId);
    }

    private static UUID signatory() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Signatory head = new Signatory();
            head.id = UUID.randomUUID();
            head.name = "Kepala Uji";
            // behind those that other tests choose from
            head.basis = Signatory.Basis.DAILY;
            head.active = true;
            head.createdAt = Instant.EPOCH;
            head.persist();
            return head.id;
        });
    }
}
