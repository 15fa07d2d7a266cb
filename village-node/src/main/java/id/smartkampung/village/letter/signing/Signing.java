package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.letter.effect.LetterEffects;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.NumberingService;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The way of letters to their signature: a number in a transaction of its own, the signer without any, the file on
 * disk, and only then the transaction that says so. Whatever breaks in between is done again with the same number.
 */
@ApplicationScoped
class Signing {

    private final NumberingService numbering;
    private final SigningService service;
    private final SignedFiles files;
    private final PaperPrinter printer;
    private final LetterTypes types;
    private final LetterEffects effects;

    Signing(
            NumberingService numbering,
            SigningService service,
            SignedFiles files,
            PaperPrinter printer,
            LetterTypes types,
            LetterEffects effects) {
        this.numbering = numbering;
        this.service = service;
        this.files = files;
        this.printer = printer;
        this.types = types;
        this.effects = effects;
    }

    /** All letters of a request; those that are signed already stay as they are. */
    List<Letter> sign(UUID requestId, int seen, SigningWay way, Author author) {
        LetterFilling.find(requestId).ifPresent(filling -> {
            if (way.method() != SigningMethod.PEN && needsPen(filling)) {
                throw new RefusedException("letter-needs-pen");
            }
            requireOwn(filling.signatoryId, way, author);
        });
        List<Letter> signed = new ArrayList<>();
        for (Letter letter : numbering.number(requestId, seen, author)) {
            signed.add(letter.state == LetterState.SIGNED ? letter : signOne(letter, way, author));
        }
        return signed;
    }

    /** One letter that has its number. */
    Letter signOne(Letter letter, SigningWay way, Author author) {
        requireOwn(letter.signatoryId, way, author);
        byte[] sheet = printer.print(service.paper(letter.id));
        SignedFiles.Kept file = files.keep(letter.id, way.sign(letter, sheet));
        Letter signed = service.signed(letter.id, file, way.method(), author);
        effects.signed(signed, author);
        return signed;
    }

    /** An electronic signature is given by whoever it names, and by nobody else; a pen is seen on the paper. */
    private static void requireOwn(UUID signatory, SigningWay way, Author author) {
        if (way.method() != SigningMethod.PEN && !Signatory.isSignedBy(signatory, author.accountId())) {
            throw new RefusedException("signer-is-another");
        }
    }

    /** Whether citizens or other offices sign one of the letters too, who have no key here; their own forms do not count. */
    private boolean needsPen(LetterFilling filling) {
        return LetterDraft.listNumbered(filling.requestId).stream()
                .flatMap(draft -> types.find(draft.kind, draft.typeVersion).stream())
                .flatMap(type -> filling.answers().signers(type).stream())
                .anyMatch(signer -> signer.role() != LetterSigner.Role.VILLAGE_HEAD);
    }
}
