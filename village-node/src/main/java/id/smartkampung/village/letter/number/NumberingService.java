package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
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
    private final Audit audit;
    private final Clock clock;

    NumberingService(LetterNumbers numbers, LetterTypes types, Letterheads letterheads, Audit audit, Clock clock) {
        this.numbers = numbers;
        this.types = types;
        this.letterheads = letterheads;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives every draft of a request that waits for its signature a number, in one short transaction. */
    @Transactional
    public List<Letter> number(UUID requestId, Author author) {
        Request request = Request.<Request>findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        if (request.state != RequestState.AWAITING_SIGNATURE) {
            throw new RefusedException("letter-not-waiting");
        }
        LetterFilling filling =
                LetterFilling.find(requestId).orElseThrow(() -> new RefusedException("letter-not-filled"));
        List<Letter> letters = new ArrayList<>();
        for (LetterDraft draft : LetterDraft.listByRequest(requestId)) {
            letters.add(Letter.find(requestId, draft.kind).orElseGet(() -> number(request, filling, draft, author)));
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
        letter.scheme = former ? Letter.Scheme.FORMER : Letter.Scheme.PERMENDAGRI_83_2022;
        letter.classification = former ? type.formerClassification() : type.classification();
        letter.issuedOn = today;
        letter.validUntil = type.validDays() == 0 ? null : today.plusDays(type.validDays());
        letter.state = Letter.State.NUMBERED;
        letter.stateAt = now;
        letter.signerTitle = letterheads.title(signatory);
        letter.signerName = signatory.name;
        letter.answers = filling.answers;
        letter.signatoryId = signatory.id;
        letter.numberedBy = author.username();
        LetterNumbers.Given given = numbers.next(letter.classification, today);
        letter.number = given.number();
        letter.scope = given.scope();
        letter.year = given.year();
        letter.sequence = given.sequence();
        letter.persist();
        audit.record("letter-numbered", "letter/" + letter.id);
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
        if (letter.state != Letter.State.NUMBERED) {
            throw new RefusedException("letter-not-numbered");
        }
        letter.state = Letter.State.CANCELLED;
        letter.stateAt = clock.instant();
        letter.reason = reason.strip();
        audit.record("letter-cancelled", "letter/" + letterId);
        return letter;
    }
}
