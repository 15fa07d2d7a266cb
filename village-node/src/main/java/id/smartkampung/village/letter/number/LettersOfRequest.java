package id.smartkampung.village.letter.number;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.request.RequestMoved;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Holds letters and the state of their request together, in the transaction of the step. */
@ApplicationScoped
class LettersOfRequest {

    private final NumberingService numbering;
    private final Texts texts;

    LettersOfRequest(NumberingService numbering, Texts texts) {
        this.numbering = numbering;
        this.texts = texts;
    }

    void follow(@Observes RequestMoved moved) {
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
}
