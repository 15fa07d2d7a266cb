package id.smartkampung.village.request;

import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Writes requests as events tell them, and tells the district nothing; what stayed in the village is not in them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GivenRequests {

    private final RequestNumbers numbers;
    private final LetterTypes types;
    private final EntityManager entities;
    private final Clock clock;

    GivenRequests(RequestNumbers numbers, LetterTypes types, EntityManager entities, Clock clock) {
        this.numbers = numbers;
        this.types = types;
        this.entities = entities;
        this.clock = clock;
    }

    /** A request whose number another one has got meanwhile gets the next. */
    public Request put(RequestRecorded told, Author author) {
        Request row = Request.findById(told.requestId());
        boolean isNew = row == null;
        if (isNew) {
            row = new Request();
            row.id = told.requestId();
            row.number = number(told);
            row.confidential = types.isConfidential(told.kind());
        }
        row.applicantId = told.applicantId();
        row.kind = told.kind();
        row.channel = told.channel();
        row.state = told.state();
        row.homeDelivery = told.homeDelivery();
        row.submittedAt = told.submittedAt();
        row.updatedAt = clock.instant();
        for (RequestRecorded.Step passed : told.steps()) {
            addStep(row, passed, author);
        }
        if (isNew) {
            row.persist();
        }
        entities.flush();
        return row;
    }

    private String number(RequestRecorded told) {
        if (Request.count("number", told.number()) > 0) {
            return numbers.next(told.submittedAt());
        }
        numbers.given(told.number());
        return told.number();
    }

    private static void addStep(Request row, RequestRecorded.Step passed, Author author) {
        boolean known =
                row.steps.stream().anyMatch(step -> step.state == passed.state() && step.at.equals(passed.at()));
        if (known) {
            return;
        }
        RequestStep step = new RequestStep();
        step.id = UuidV7.at(passed.at());
        step.request = row;
        step.state = passed.state();
        step.at = passed.at();
        step.accountId = author.accountId();
        step.username = author.username();
        row.steps.add(step);
    }

    /** Why this request cannot be written beside what is here now, in a word for the message texts. */
    public Optional<String> clash(RequestRecorded told) {
        return Resident.findById(told.applicantId()) == null ? Optional.of("NO_APPLICANT") : Optional.empty();
    }

    /** Why this person cannot be taken out now. */
    public Optional<String> clashOfRemovedResident(UUID id) {
        return Request.count("applicantId", id) > 0 ? Optional.of("HAS_REQUESTS") : Optional.empty();
    }
}
