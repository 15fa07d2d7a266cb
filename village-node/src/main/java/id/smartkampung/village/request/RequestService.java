package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Hibernate;

/** Takes requests and leads them through their states; each step leaves its event in the same transaction. */
@ApplicationScoped
public class RequestService {

    private static final int FORBIDDEN = 403;

    private final Clock clock;
    private final Outbox outbox;
    private final RequestNumbers numbers;
    private final LetterTypes types;
    private final Event<RequestMoved> moved;

    RequestService(Clock clock, Outbox outbox, RequestNumbers numbers, LetterTypes types, Event<RequestMoved> moved) {
        this.clock = clock;
        this.outbox = outbox;
        this.numbers = numbers;
        this.types = types;
        this.moved = moved;
    }

    /** Takes a request of a person who is in the register and lives. */
    @Transactional
    public Request submit(RequestDraft draft, Author author) {
        Optional<Obstacle> obstacle = obstacle(draft);
        if (obstacle.isPresent()) {
            throw obstacle.get().refusal();
        }
        return takeOver(UuidV7.at(clock.instant()), draft, author);
    }

    /** What stands in the way of a request. The applicant is held to the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public Optional<Obstacle> obstacle(RequestDraft draft) {
        // Held, so that nobody makes the record invalid meanwhile, by merging it or by undoing what brought it.
        Resident applicant = Resident.findById(draft.applicantId(), LockModeType.PESSIMISTIC_READ);
        if (applicant == null) {
            return Optional.of(Obstacle.APPLICANT_UNKNOWN);
        }
        if (applicant.baseStatus == BaseStatus.DEAD || applicant.baseStatus == BaseStatus.INVALID) {
            return Optional.of(Obstacle.APPLICANT_NOT_ALIVE);
        }
        Optional<LetterType> type =
                types.find(draft.kind()).map(LetterTypes.Current::type).filter(LetterType::active);
        if (type.isEmpty()) {
            return Optional.of(Obstacle.KIND_UNKNOWN);
        }
        return type.get().channels().contains(draft.channel())
                ? Optional.empty()
                : Optional.of(Obstacle.CHANNEL_CLOSED);
    }

    /** Takes a request in whose way nothing stands, under an id that somebody else may have given it. */
    @Transactional(TxType.MANDATORY)
    public Request takeOver(UUID id, RequestDraft draft, Author author) {
        Instant now = clock.instant();
        Request request = new Request();
        request.id = id;
        request.number = numbers.next(now);
        request.applicantId = draft.applicantId();
        request.kind = draft.kind();
        request.channel = draft.channel();
        request.homeDelivery = draft.homeDelivery();
        request.confidential = types.isConfidential(draft.kind());
        request.purposeText = draft.purposeText();
        request.contact = draft.contact();
        request.note = draft.note();
        request.submittedAt = now;
        step(request, RequestState.SUBMITTED, null, now, author);
        request.persist();
        outbox.append(request);
        return request;
    }

    /**
     * Leads a request one step further.
     *
     * @param seen the version the officer saw; throws {@link ChangedMeanwhileException} when it is no longer stored
     * @param reason asked for where the state {@link RequestState#needsReason}
     */
    @Transactional
    public Request move(UUID id, int seen, RequestState to, String reason, String role, Author author) {
        Request request = Request.<Request>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        ChangedMeanwhileException.check(seen, request.version);
        if (!request.state.canBecome(to)) {
            throw new RefusedException("step-impossible");
        }
        if (to == RequestState.OUT_FOR_DELIVERY || request.state == RequestState.OUT_FOR_DELIVERY) {
            throw new RefusedException("step-by-courier");
        }
        if (!RequestRights.may(role, request.state)) {
            throw new RefusedException(FORBIDDEN, "step-of-others");
        }
        if (to.needsReason() && (reason == null || reason.isBlank())) {
            throw new RefusedException("reason-missing");
        }
        return lead(request, to, reason, author);
    }

    /** Leads a request out of the hands of who signs; asked for by the room that knows whether its letters are signed. */
    @Transactional(TxType.MANDATORY)
    public Request leaveSignature(Request request, RequestState to, String reason, Author author) {
        if (request.state != RequestState.AWAITING_SIGNATURE || !request.state.canBecome(to)) {
            throw new RefusedException("step-impossible");
        }
        return lead(request, to, reason, author);
    }

    /** Leads a request out of the house and back or to its end; asked for by the room that knows who carries it. */
    @Transactional(TxType.MANDATORY)
    public Request deliver(Request request, RequestState to, Author author) {
        boolean carried = to == RequestState.OUT_FOR_DELIVERY || request.state == RequestState.OUT_FOR_DELIVERY;
        if (!carried || !request.state.canBecome(to)) {
            throw new RefusedException("step-impossible");
        }
        return lead(request, to, null, author);
    }

    /** Leads a request that was made at the service mall where the mall wants it; the caller has locked it. */
    @Transactional(TxType.MANDATORY)
    public Request followMall(Request request, RequestState to, String reason, Author author) {
        if (!request.state.canBecome(to)) {
            throw new RefusedException("step-impossible");
        }
        return lead(request, to, reason, author);
    }

    private Request lead(Request request, RequestState to, String reason, Author author) {
        // The event tells all steps; read now, since just before the commit no connection may be opened any more.
        Hibernate.initialize(request.steps);
        RequestState from = request.state;
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        step(request, to, why, clock.instant(), author);
        moved.fire(new RequestMoved(request.id, from, to, why));
        outbox.append(request);
        Request.flush();
        return request;
    }

    private static void step(Request request, RequestState to, String reason, Instant at, Author author) {
        RequestStep step = new RequestStep();
        step.id = UuidV7.at(at);
        step.request = request;
        step.state = to;
        step.at = at;
        step.accountId = author.accountId();
        step.username = author.username();
        step.reason = reason;
        request.state = to;
        request.updatedAt = at;
        request.steps.add(step);
    }
}
