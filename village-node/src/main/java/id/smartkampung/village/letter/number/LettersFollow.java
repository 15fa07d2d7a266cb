package id.smartkampung.village.letter.number;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
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
    private final Texts texts;

    LettersFollow(NumberingService numbering, Texts texts) {
        this.numbering = numbering;
        this.texts = texts;
    }

    void request(@Observes RequestMoved moved) {
        if (moved.from() != RequestState.AWAITING_SIGNATURE) {
            return;
        }
        if (moved.to() != RequestState.READY) {
            numbering.cancelUnsigned(moved.id(), texts.of("letter.given-up-with-request"));
        } else if (LetterDraft.listNumbered(moved.id()).stream()
                .anyMatch(draft -> Letter.find(moved.id(), draft.kind).isEmpty())) {
            throw new RefusedException("letter-unnumbered");
        }
    }

    /** The name on the paper stays. */
    void applicant(@Observes ResidentsMerged merged) {
        Letter.<Letter>list("applicantId", merged.lost()).forEach(letter -> letter.applicantId = merged.kept());
    }
}
