package id.smartkampung.village.letter.number;

import id.smartkampung.model.identity.MaskedName;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.LetterChecks;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFacts;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.LetterPaper;
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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Binds drafts to numbers, and gives letters up; whoever asks again is given the letter that is there. */
@ApplicationScoped
public class NumberingService {

    private final LetterNumbers numbers;
    private final LetterTypes types;
    private final LetterChecks checks;
    private final LetterPaper papers;
    private final NumberedPaper numbered;
    private final Letterheads letterheads;
    private final LetterFacts facts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NumberingService(
            LetterNumbers numbers,
            LetterTypes types,
            LetterChecks checks,
            LetterPaper papers,
            NumberedPaper numbered,
            Letterheads letterheads,
            LetterFacts facts,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.numbers = numbers;
        this.types = types;
        this.checks = checks;
        this.papers = papers;
        this.numbered = numbered;
        this.letterheads = letterheads;
        this.facts = facts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A draft on its way to a number. */
    private record Coming(Letter letter, LetterValues.Source source, String scope) {}

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
        Request request = RequestLock.of(requestId);
        if (request.state != RequestState.AWAITING_SIGNATURE) {
            throw new RefusedException("letter-not-waiting");
        }
        return request;
    }

    private List<Letter> number(Request request, Author author) {
        LetterFilling filling =
                LetterFilling.find(request.id).orElseThrow(() -> new RefusedException("letter-not-filled"));
        List<LetterDraft> drafts = LetterDraft.listNumbered(request.id);
        if (drafts.isEmpty()) {
            throw new RefusedException("letter-without-number");
        }
        // counters are taken in one order by everybody, and the audit, which everybody needs, behind them
        List<Coming> coming = drafts.stream()
                .filter(draft -> Letter.find(request.id, draft.kind).isEmpty())
                .map(draft -> coming(request, filling, draft, author))
                .sorted(Comparator.comparing(Coming::scope))
                .toList();
        coming.forEach(this::bind);
        Officer officer = officer(author);
        coming.forEach(one -> audit.recordBy(officer, "letter-numbered", "letter/" + one.letter().id, List.of(), ""));
        return drafts.stream()
                .map(draft -> Letter.find(request.id, draft.kind).orElseThrow())
                .toList();
    }

    private Coming coming(Request request, LetterFilling filling, LetterDraft draft, Author author) {
        LetterType type = types.find(draft.kind, draft.typeVersion).orElseThrow(NotFoundException::new);
        Signatory signatory = Signatory.findById(filling.signatoryId);
        if (!signatory.active) {
            throw new RefusedException("letter-signatory-ended");
        }
        Resident applicant = Resident.findById(request.applicantId);
        Instant now = clock.instant();
        LocalDate today = Wib.dateOf(now);
        LetterValues.Source source = new LetterValues.Source(type, filling.answers(), applicant, signatory, today);
        if (checks.refuses(source)) {
            throw new RefusedException("letter-check-refuses");
        }
        boolean former =
                Office.get().formerScheme && !type.formerClassification().isEmpty();
        Letter letter = new Letter();
        letter.id = UuidV7.at(now);
        letter.requestId = request.id;
        letter.applicantId = request.applicantId;
        letter.applicantName = applicant.fullName;
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
        letter.code = LetterCode.random(random);
        letter.subjectMasked = MaskedName.of(applicant.fullName);
        letter.facts = facts.of(source);
        letter.answers = filling.answers;
        letter.signatoryId = signatory.id;
        letter.numberedBy = author.username();
        return new Coming(letter, source, numbers.scope(letter.classification));
    }

    private void bind(Coming coming) {
        Letter letter = coming.letter();
        LetterNumbers.Given given = numbers.next(letter.classification, letter.issuedOn);
        letter.number = given.number();
        letter.scope = given.scope();
        letter.year = given.year();
        letter.sequence = given.sequence();
        numbered.keep(letter, papers.numbered(coming.source(), letter.number));
        letter.persist();
        outbox.append(letter);
    }

    /** By name, since signing may go on when the page is closed. */
    private static Officer officer(Author author) {
        return author.accountId() == null
                ? null
                : new Officer(author.accountId(), author.username(), author.username(), "", null);
    }

    /** Gives a letter up; its number stays with it and is given to no other. What has left the office is not given up. */
    @Transactional
    public Letter cancel(UUID letterId, int seen, String reason) {
        String why = GivenReason.of(reason);
        Request request = RequestLock.ofLetter(letterId);
        Letter letter = Letter.findById(letterId, LockModeType.PESSIMISTIC_WRITE);
        ChangedMeanwhileException.check(seen, letter.version);
        if (letter.state != LetterState.NUMBERED) {
            throw new RefusedException("letter-not-numbered");
        }
        if (request.state != RequestState.AWAITING_SIGNATURE) {
            throw new RefusedException("letter-not-waiting");
        }
        giveUp(letter, why);
        return letter;
    }

    /** Gives up what has a number and no signature, since its request leaves the hands of who signs. */
    @Transactional(TxType.MANDATORY)
    public void cancelUnsigned(UUID requestId, String reason) {
        Letter.listByRequest(requestId).stream()
                .filter(letter -> letter.state == LetterState.NUMBERED)
                .forEach(letter -> giveUp(letter, reason));
    }

    private void giveUp(Letter letter, String reason) {
        letter.state = LetterState.CANCELLED;
        letter.stateAt = clock.instant();
        letter.reason = reason;
        outbox.append(letter);
        audit.record("letter-cancelled", "letter/" + letter.id);
    }
}
