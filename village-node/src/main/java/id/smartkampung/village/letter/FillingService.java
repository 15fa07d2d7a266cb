package id.smartkampung.village.letter;

import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps what was filled in for a request, and the drafts that are made of it. */
@ApplicationScoped
public class FillingService {

    private final Clock clock;
    private final Audit audit;

    FillingService(Clock clock, Audit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** @param seen the version the officer saw, -1 where nothing was filled in yet */
    @Transactional
    public void save(
            UUID requestId,
            int seen,
            Answers answers,
            UUID signatoryId,
            List<LetterTypes.Current> letters,
            Author author) {
        Request request = Request.<Request>findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        if (!request.isPrepared()) {
            throw new RefusedException("letter-not-open");
        }
        LetterFilling filling = LetterFilling.find(requestId).orElse(null);
        ChangedMeanwhileException.check(seen, filling == null ? -1 : filling.version);
        Instant now = clock.instant();
        if (filling == null) {
            filling = new LetterFilling();
            filling.requestId = requestId;
        }
        filling.answers = answers.write();
        filling.signatoryId = signatoryId;
        filling.savedAt = now;
        filling.accountId = author.accountId();
        filling.username = author.username();
        filling.persist();
        LetterFilling.flush();
        LetterDraft.delete("requestId", requestId);
        int position = 0;
        for (LetterTypes.Current letter : letters) {
            LetterDraft draft = new LetterDraft();
            draft.id = UuidV7.at(now);
            draft.requestId = requestId;
            draft.kind = letter.type().kind();
            draft.typeVersion = letter.version();
            draft.position = position++;
            draft.numbered = letter.type().signedByVillageHead();
            draft.persist();
        }
        audit.record("letter-filled", "request/" + requestId);
    }
}
