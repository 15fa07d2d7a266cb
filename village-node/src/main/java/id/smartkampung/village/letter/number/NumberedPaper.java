package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.office.Letterhead;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.PaperJson;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the sheet of a letter when its number is given, and gives it again as it was, whatever register, office and type
 * have become: a number stands for one wording.
 */
@ApplicationScoped
class NumberedPaper {

    private final Texts texts;

    NumberedPaper(Texts texts) {
        this.texts = texts;
    }

    /** Binds the wording to the letter. */
    void keep(Letter letter, Paper paper) {
        letter.paper = PaperJson.write(paper);
        letter.letterhead = paper.head() == null ? null : Letterhead.keep(paper.head());
    }

    /** For the pen; one that counts no more says so across the sheet. */
    Paper of(Letter letter) {
        Paper paper = kept(letter).stamped(null);
        boolean counts = letter.state == LetterState.NUMBERED || letter.state == LetterState.SIGNED;
        return counts ? paper : paper.marked(texts.of("letter.mark." + letter.state.name()));
    }

    private static Paper kept(Letter letter) {
        return PaperJson.read(letter.paper).under(letter.letterhead == null ? null : Letterhead.of(letter.letterhead));
    }
}
