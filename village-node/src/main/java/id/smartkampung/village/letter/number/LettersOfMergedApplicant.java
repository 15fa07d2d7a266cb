package id.smartkampung.village.letter.number;

import id.smartkampung.village.merge.ResidentsMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The letters of a lost record become those of the record that is kept; the name on the paper stays. */
@ApplicationScoped
class LettersOfMergedApplicant {

    void follow(@Observes ResidentsMerged merged) {
        Letter.<Letter>list("applicantId", merged.lost()).forEach(letter -> letter.applicantId = merged.kept());
    }
}
