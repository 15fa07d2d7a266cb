package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.village.letter.LetterPaper;
import id.smartkampung.village.letter.LetterValues;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.QrPicture;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** Writes a letter with the words, the version and the day that it was numbered with. */
@ApplicationScoped
public class NumberedPaper {

    private final LetterPaper papers;
    private final LetterTypes types;
    private final VerifyAddress addresses;
    private final Texts texts;

    NumberedPaper(LetterPaper papers, LetterTypes types, VerifyAddress addresses, Texts texts) {
        this.papers = papers;
        this.types = types;
        this.addresses = addresses;
        this.texts = texts;
    }

    /** For the pen: the code stands at the foot. */
    Paper of(Letter letter) {
        String content = addresses.of(letter).orElseGet(letter.code::value);
        return paper(letter, new LetterPaper.Extra(null, foot(letter), QrPicture.small(content), null));
    }

    /** For a signer that is a program: the code stands in the place of the hand. */
    public Paper stamped(Letter letter) {
        String picture = QrPicture.of(addresses.of(letter).orElseGet(letter.code::value));
        List<String> lines = List.of(texts.of("letter.stamp"), letter.signerTitle);
        return paper(letter, new LetterPaper.Extra(new Paper.Stamp(picture, lines), foot(letter), null, null));
    }

    private String foot(Letter letter) {
        String code = letter.code.grouped();
        return addresses
                .base()
                .map(base -> texts.of("letter.foot", base + "/v", code))
                .orElseGet(() -> texts.of("letter.foot-code", code));
    }

    private Paper paper(Letter letter, LetterPaper.Extra extra) {
        if (!letter.isWhole()) {
            throw new RefusedException("letter-content-lost");
        }
        LetterType type = types.find(letter.kind, letter.typeVersion).orElseThrow(NotFoundException::new);
        LetterValues.Source source = new LetterValues.Source(
                type,
                letter.answers(),
                Resident.findById(letter.applicantId),
                Signatory.findById(letter.signatoryId),
                letter.issuedOn);
        return papers.numbered(source, letter.number, extra);
    }
}
