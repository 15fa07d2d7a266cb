package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.LetterPaper;
import id.smartkampung.village.letter.LetterValues;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;

/** Writes a draft as the register is today. */
@ApplicationScoped
class DraftPaper {

    private final LetterPaper papers;
    private final LetterTypes types;
    private final Clock clock;

    DraftPaper(LetterPaper papers, LetterTypes types, Clock clock) {
        this.papers = papers;
        this.types = types;
        this.clock = clock;
    }

    Paper of(LetterDraft draft, LetterFilling filling, Request request) {
        LetterType type = types.find(draft.kind, draft.typeVersion).orElseThrow(NotFoundException::new);
        return papers.draft(new LetterValues.Source(
                type,
                filling.answers(),
                Resident.findById(request.applicantId),
                Signatory.findById(filling.signatoryId),
                Wib.dateOf(clock.instant())));
    }
}
