package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.village.letter.LetterPaper;
import id.smartkampung.village.letter.LetterValues;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/** Writes a letter with the words, the version and the day that it was numbered with. */
@ApplicationScoped
class NumberedPaper {

    private final LetterPaper papers;
    private final LetterTypes types;

    NumberedPaper(LetterPaper papers, LetterTypes types) {
        this.papers = papers;
        this.types = types;
    }

    Paper of(Letter letter) {
        LetterType type = types.find(letter.kind, letter.typeVersion).orElseThrow(NotFoundException::new);
        LetterValues.Source source = new LetterValues.Source(
                type,
                letter.answers(),
                Resident.findById(letter.applicantId),
                Signatory.findById(letter.signatoryId),
                letter.issuedOn);
        return papers.numbered(source, letter.number);
    }
}
