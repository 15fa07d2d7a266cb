package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.LetterChecks;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.LetterFilling;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whether a letter names people whom whoever asks does not see. It is found by its applicant, and its paper says of
 * everybody else in it what the register said when it was made: somebody who sees them all reads and prints it.
 */
@ApplicationScoped
public class LetterSight {

    private final LetterTypes types;
    private final LetterChecks checks;

    LetterSight(LetterTypes types, LetterChecks checks) {
        this.types = types;
        this.checks = checks;
    }

    boolean hidesSome(Letter letter) {
        return hidesSome(letter.kind, letter.typeVersion, letter.answers(), letter.applicantId);
    }

    /** Refuses what whoever asks does not see the whole of. */
    public void requireAll(Letter letter) {
        require(!hidesSome(letter));
    }

    /** The same before there is a number, or where there never is one. */
    void requireAll(LetterDraft draft, LetterFilling filling, Request request) {
        require(!hidesSome(draft.kind, draft.typeVersion, filling.answers(), request.applicantId));
    }

    private static void require(boolean all) {
        if (!all) {
            throw new RefusedException("out-of-area");
        }
    }

    private boolean hidesSome(LetterKind kind, int version, Answers answers, UUID applicant) {
        return types.find(kind, version)
                .filter(type -> checks.hidesSome(type, answers, Resident.findById(applicant)))
                .isPresent();
    }
}
