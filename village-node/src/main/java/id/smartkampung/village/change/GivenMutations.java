package id.smartkampung.village.change;

import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes mutations as events tell them, and tells the district nothing. What they changed in the register has events of
 * its own; what stayed in the village, and what an undoing would need, is in none.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GivenMutations {

    private final EntityManager entities;

    GivenMutations(EntityManager entities) {
        this.entities = entities;
    }

    public Mutation put(MutationRecorded told, Author author) {
        Mutation row = Mutation.findById(told.mutationId());
        boolean isNew = row == null;
        if (isNew) {
            row = new Mutation();
            row.id = told.mutationId();
            row.username = author.username();
        }
        row.take(told);
        // The district may have been told before two records were made one here.
        row.residentId = ResidentAlias.keptOf(row.residentId).orElse(row.residentId);
        if (!row.isUndone()) {
            row.undoReason = null;
            row.undoneBy = null;
        } else if (row.undoReason == null) {
            row.undoReason = "";
            row.undoneBy = author.username();
        }
        if (isNew) {
            row.persist();
        }
        entities.flush();
        return row;
    }

    /** Why this mutation cannot be written beside what is here now, in a word for the message texts. */
    public Optional<String> clash(MutationRecorded told) {
        return Resident.findById(told.residentId()) == null ? Optional.of("NO_RESIDENT") : Optional.empty();
    }

    /** Why this person cannot be taken out now. */
    public Optional<String> clashOfRemovedResident(UUID id) {
        return Mutation.count("residentId", id) > 0 ? Optional.of("HAS_MUTATIONS") : Optional.empty();
    }
}
