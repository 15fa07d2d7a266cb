package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.merge.ResidentsMerged;
import id.smartkampung.village.request.RequestMoved;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Letters follow their request and the record of their applicant, in the transaction that changes it. */
@ApplicationScoped
class LettersFollow {

    private final NumberingService numbering;
    private final Outbox outbox;
    private final Texts texts;

    LettersFollow(NumberingService numbering, Outbox outbox, Texts texts) {
        this.numbering = numbering;
        this.outbox = outbox;
        this.texts = texts;
    }

    void request(@Observes RequestMoved moved) {
        if (moved.from() != RequestState.AWAITING_SIGNATURE) {
            return;
        }
        if (moved.to() != RequestState.READY) {
            numbering.cancelUnsigned(moved.id(), texts.of("letter.given-up-with-request"));
        } else if (LetterDraft.listNumbered(moved.id()).stream().anyMatch(draft -> !isSigned(draft))) {
            throw new RefusedException("letter-unsigned");
        }
    }

    /** The name on the paper stays. */
    void applicant(@Observes ResidentsMerged merged) {
        for (Letter letter : Letter.<Letter>list("applicantId", merged.lost())) {
            letter.applicantId = merged.kept();
            outbox.append(letter);
        }
    }

    private static boolean isSigned(LetterDraft draft) {
        return Letter.find(draft.requestId, draft.kind)
                .filter(letter -> letter.state == LetterState.SIGNED)
                .isPresent();
    }
}
