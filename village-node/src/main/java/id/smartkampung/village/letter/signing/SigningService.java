package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.number.GivenReason;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.NumberedPaper;
import id.smartkampung.village.letter.number.RequestLock;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Says that letters are signed, withdrawn, or go back unsigned, and leads their request on with it. */
@ApplicationScoped
public class SigningService {

    private final NumberedPaper papers;
    private final RequestService requests;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SigningService(NumberedPaper papers, RequestService requests, Outbox outbox, Audit audit, Clock clock) {
        this.papers = papers;
        this.requests = requests;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a program is to sign. */
    @Transactional
    Paper paper(UUID letterId) {
        return papers.stamped(Letter.<Letter>findByIdOptional(letterId).orElseThrow(NotFoundException::new));
    }

    /** Whether this account signs electronically as who the letters of a request name. */
    boolean isSigner(UUID requestId, UUID accountId) {
        return LetterFilling.find(requestId)
                .filter(filling -> Signatory.isSignedBy(filling.signatoryId, accountId))
                .isPresent();
    }

    /** The file is on disk; with the last letter of a request, the request is ready. */
    @Transactional
    Letter signed(UUID letterId, SignedFiles.Kept file, SigningMethod method, Author author) {
        Request request = RequestLock.ofLetter(letterId);
        Letter letter = Letter.findById(letterId, LockModeType.PESSIMISTIC_WRITE);
        if (letter.state == LetterState.SIGNED) {
            // somebody else was faster; that file counts
            return letter;
        }
        if (letter.state != LetterState.NUMBERED || request.state != RequestState.AWAITING_SIGNATURE) {
            throw new RefusedException("letter-not-waiting");
        }
        letter.state = LetterState.SIGNED;
        letter.stateAt = clock.instant();
        letter.method = method;
        letter.fileSha256 = file.sha256().hex();
        letter.fileBytes = file.bytes();
        letter.signedBy = author.username();
        outbox.append(letter);
        record("letter-signed", letterId, author);
        Letter.flush();
        boolean all = LetterDraft.listNumbered(request.id).stream()
                .allMatch(draft -> Letter.find(request.id, draft.kind)
                        .filter(one -> one.state == LetterState.SIGNED)
                        .isPresent());
        if (all) {
            requests.leaveSignature(request, RequestState.READY, null, author);
        }
        return letter;
    }

    /**
     * Takes a request out of the hands of who signs: back to the officers, rejected, or cancelled by the applicant. What
     * has a number already is given up.
     */
    @Transactional
    void leave(UUID requestId, int seen, RequestState to, String reason, Author author) {
        Request request = RequestLock.of(requestId);
        ChangedMeanwhileException.check(seen, request.version);
        if (to == RequestState.READY) {
            throw new RefusedException("letter-unsigned");
        }
        String why = GivenReason.of(reason);
        boolean begun = Letter.listByRequest(requestId).stream().anyMatch(one -> one.state == LetterState.SIGNED);
        if (begun) {
            throw new RefusedException("letter-signed-already");
        }
        requests.leaveSignature(request, to, why, author);
    }

    /** Leads a request on that has only forms, which citizens sign: the village signs nothing of it. */
    @Transactional
    void handOver(UUID requestId, int seen, Author author) {
        Request request = RequestLock.of(requestId);
        ChangedMeanwhileException.check(seen, request.version);
        if (LetterDraft.listByRequest(requestId).isEmpty()) {
            throw new RefusedException("letter-not-filled");
        }
        requests.leaveSignature(request, RequestState.READY, null, author);
    }

    /** Says that a letter is no longer to be accepted; its file and its number stay. */
    @Transactional
    Letter withdraw(UUID letterId, int seen, String reason, Author author) {
        String why = GivenReason.of(reason);
        RequestLock.ofLetter(letterId);
        Letter letter = Letter.findById(letterId, LockModeType.PESSIMISTIC_WRITE);
        ChangedMeanwhileException.check(seen, letter.version);
        if (letter.state != LetterState.SIGNED) {
            throw new RefusedException("letter-not-signed");
        }
        letter.state = LetterState.WITHDRAWN;
        letter.stateAt = clock.instant();
        letter.reason = why;
        outbox.append(letter);
        record("letter-withdrawn", letterId, author);
        return letter;
    }

    /** By name, since signing may go on when the page is closed. */
    private void record(String action, UUID letterId, Author author) {
        Officer officer = author.accountId() == null
                ? null
                : new Officer(author.accountId(), author.username(), author.username(), "", null);
        audit.recordBy(officer, action, "letter/" + letterId, List.of(), "");
    }
}
