package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFacts;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.LetterValues;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Binds drafts to numbers, and gives letters up; whoever asks again is given the letter that is there. */
@ApplicationScoped
public class NumberingService {

    private static final int UNPROCESSABLE = 422;

    private final LetterNumbers numbers;
    private final LetterTypes types;
    private final Letterheads letterheads;
    private final LetterFacts facts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NumberingService(
            LetterNumbers numbers,
            LetterTypes types,
            Letterheads letterheads,
            LetterFacts facts,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.numbers = numbers;
        this.types = types;
        this.letterheads = letterheads;
        this.facts = facts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives every draft of a request that waits for its signature a number, in one short transaction. */
    @Transactional
    public List<Letter> number(UUID requestId, Author author) {
        return number(waiting(requestId), author);
    }

    /** Refuses when the request is no longer as it was seen: what was read before is not what would be signed. */
    @Transactional
    public List<Letter> number(UUID requestId, int seen, Author author) {
        Request request = waiting(requestId);
        ChangedMeanwhileException.check(seen, request.version);
        return number(request, author);
    }

    private static Request waiting(UUID requestId) {
        Request request = Request.<Request>findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        if (request.state != RequestState.AWAITING_SIGNATURE) {
            throw new RefusedException("letter-not-waiting");
        }
        return request;
    }

    private List<Letter> number(Request request, Author author) {
        LetterFilling filling =
                LetterFilling.find(request.id).orElseThrow(() -> new RefusedException("letter-not-filled"));
        List<Letter> letters = new ArrayList<>();
        for (LetterDraft draft : LetterDraft.listByRequest(request.id)) {
            letters.add(Letter.find(request.id, draft.kind).orElseGet(() -> number(request, filling, draft, author)));
        }
        return letters;
    }

    private Letter number(Request request, LetterFilling filling, LetterDraft draft, Author author) {
        LetterType type = types.find(draft.kind, draft.typeVersion).orElseThrow(NotFoundException::new);
        Signatory signatory = Signatory.findById(filling.signatoryId);
        boolean former =
                Office.get().formerScheme && !type.formerClassification().isEmpty();
        Instant now = clock.instant();
        LocalDate today = Wib.dateOf(now);
        Letter letter = new Letter();
        letter.id = UuidV7.at(now);
        letter.requestId = request.id;
        letter.applicantId = request.applicantId;
        letter.kind = draft.kind;
        letter.typeVersion = draft.typeVersion;
        letter.typeName = type.name();
        letter.scheme = former ? ArchiveScheme.FORMER : ArchiveScheme.PERMENDAGRI_83_2022;
        letter.classification = former ? type.formerClassification() : type.classification();
        letter.issuedOn = today;
        letter.validUntil = type.validDays() == 0 ? null : today.plusDays(type.validDays());
        letter.state = LetterState.NUMBERED;
        letter.stateAt = now;
        letter.signerTitle = letterheads.title(signatory);
        letter.signerName = signatory.name;
        Resident applicant = Resident.findById(request.applicantId);
        letter.code = LetterCode.random(random);
        letter.subjectMasked = LetterFacts.masked(applicant.fullName);
        letter.facts = facts.of(new LetterValues.Source(type, filling.answers(), applicant, signatory, today));
        letter.answers = filling.answers;
        letter.signatoryId = signatory.id;
        letter.numberedBy = author.username();
        LetterNumbers.Given given = numbers.next(draft.kind, letter.classification, today);
        letter.number = given.number();
        letter.scope = given.scope();
        letter.year = given.year();
        letter.sequence = given.sequence();
        letter.persist();
        outbox.append(letter);
        Officer officer = author.accountId() == null
                ? null
                : new Officer(author.accountId(), author.username(), author.username(), "", null);
        audit.recordBy(officer, "letter-numbered", "letter/" + letter.id, List.of(), "");
        return letter;
    }

    /** Gives a letter up; its number stays with it and is given to no other. */
    @Transactional
    public Letter cancel(UUID letterId, int seen, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RefusedException(UNPROCESSABLE, "reason-missing");
        }
        Letter letter = Letter.<Letter>findByIdOptional(letterId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        ChangedMeanwhileException.check(seen, letter.version);
        if (letter.state != LetterState.NUMBERED) {
            throw new RefusedException("letter-not-numbered");
        }
        letter.state = LetterState.CANCELLED;
        letter.stateAt = clock.instant();
        letter.reason = reason.strip();
        outbox.append(letter);
        audit.record("letter-cancelled", "letter/" + letterId);
        return letter;
    }

    /** Gives up what has a number and no signature, since its request leaves the hands of who signs. */
    @Transactional(TxType.MANDATORY)
    public void cancelUnsigned(UUID requestId, String reason) {
        for (Letter letter : Letter.listByRequest(requestId)) {
            if (letter.state == LetterState.NUMBERED) {
                letter.state = LetterState.CANCELLED;
                letter.stateAt = clock.instant();
                letter.reason = reason;
                outbox.append(letter);
                audit.record("letter-cancelled", "letter/" + letter.id);
            }
        }
    }
}
