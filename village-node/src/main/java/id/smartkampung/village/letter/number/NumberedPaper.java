package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.office.Letterhead;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.PaperJson;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.picture.QrPicture;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps the sheet of a letter when its number is given, and gives it again as it was, whatever register, office and type
 * have become: a number stands for one wording. The code by which it is verified is put on when it is printed.
 */
@ApplicationScoped
public class NumberedPaper {

    private final VerifyAddress addresses;
    private final Texts texts;

    NumberedPaper(VerifyAddress addresses, Texts texts) {
        this.addresses = addresses;
        this.texts = texts;
    }

    /** Binds the wording to the letter. */
    void keep(Letter letter, Paper paper) {
        letter.paper = PaperJson.write(paper);
        letter.letterhead = paper.head() == null ? null : Letterhead.keep(paper.head());
    }

    /** For the pen: the code stands at the foot; one that counts no more says so across the sheet. */
    Paper of(Letter letter) {
        Paper paper = kept(letter).stamped(null).footed(foot(letter), QrPicture.small(content(letter)));
        boolean counts = letter.state == LetterState.NUMBERED || letter.state == LetterState.SIGNED;
        return counts ? paper : paper.marked(texts.of("letter.mark." + letter.state.name()));
    }

    /** For a signer that is a program: the code stands in the place of the hand. */
    public Paper stamped(Letter letter) {
        List<String> lines = List.of(texts.of("letter.stamp"), letter.signerTitle);
        Paper.Stamp stamp = new Paper.Stamp(QrPicture.of(content(letter)), lines);
        return kept(letter).stamped(stamp).footed(foot(letter), null);
    }

    private String content(Letter letter) {
        return addresses.of(letter).orElseGet(letter.code::value);
    }

    private String foot(Letter letter) {
        String code = letter.code.grouped();
        return addresses
                .base()
                .map(base -> texts.of("letter.foot", base + "/v", code))
                .orElseGet(() -> texts.of("letter.foot-code", code));
    }

    private static Paper kept(Letter letter) {
        if (!letter.isWhole()) {
            throw new RefusedException("letter-content-lost");
        }
        return PaperJson.read(letter.paper).under(letter.letterhead == null ? null : Letterhead.of(letter.letterhead));
    }
}
