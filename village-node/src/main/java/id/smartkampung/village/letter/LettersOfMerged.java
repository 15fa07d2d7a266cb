package id.smartkampung.village.letter;

import id.smartkampung.village.merge.ResidentsMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/** Takes what was filled in about a lost record over to the record that is kept of the same person. */
@ApplicationScoped
class LettersOfMerged {

    private final EntityManager entities;

    LettersOfMerged(EntityManager entities) {
        this.entities = entities;
    }

    /** Answers to letters that have their number stay as they were; they find the person by {@link LetterPerson}. */
    void follow(@Observes ResidentsMerged merged) {
        String lost = Answers.known(merged.lost());
        String kept = Answers.known(merged.kept());
        entities.createQuery(
                        "select f from LetterFilling f where f.answers like concat('%', :lost, '%')",
                        LetterFilling.class)
                .setParameter("lost", lost)
                .getResultList()
                .forEach(filling ->
                        filling.answers = filling.answers().replaced(lost, kept).write());
    }
}
