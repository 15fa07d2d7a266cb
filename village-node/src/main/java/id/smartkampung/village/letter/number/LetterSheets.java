package id.smartkampung.village.letter.number;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.request.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The letters of a request as they are read on the screen; numbers of persons are covered. */
@ApplicationScoped
public class LetterSheets {

    private final DraftPaper drafts;
    private final NumberedPaper numbered;
    private final LetterSight sight;

    LetterSheets(DraftPaper drafts, NumberedPaper numbered, LetterSight sight) {
        this.drafts = drafts;
        this.numbered = numbered;
        this.sight = sight;
    }

    /**
     * One letter as it will stand on paper.
     *
     * @param form whether it is a form that citizens sign, which never has a number
     * @param letter null before it has a number
     */
    public record Sheet(UUID id, Paper paper, boolean form, Letter letter) {}

    /** Behind the signature there are no drafts any more, only letters and forms. */
    public List<Sheet> of(Request request) {
        LetterFilling filling = LetterFilling.find(request.id).orElse(null);
        boolean drafted = request.isPrepared() || request.state == RequestState.AWAITING_SIGNATURE;
        return LetterDraft.listByRequest(request.id).stream()
                .map(draft -> sheet(draft, filling, request))
                .filter(sheet -> drafted || sheet.form() || sheet.letter() != null)
                .toList();
    }

    /** A paper that names people whom one does not see is written anew, with what one does see. */
    private Sheet sheet(LetterDraft draft, LetterFilling filling, Request request) {
        Letter letter = Letter.find(request.id, draft.kind).orElse(null);
        boolean asKept = letter != null && letter.isWhole() && !sight.hidesSome(letter);
        Paper paper = asKept ? numbered.of(letter) : drafts.of(draft, filling, request);
        return new Sheet(draft.id, CoveredPaper.of(paper), !draft.numbered, letter);
    }
}
