package id.smartkampung.village.erasure;

import id.smartkampung.model.event.DistrictEvent.ErasureAsked;
import id.smartkampung.model.event.ErasureRefused;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.GivenRows;
import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/**
 * Erases whom no officer erases here and now: whom the district asks to erase, in the transaction that keeps how far it
 * was obeyed, and whom this village had erased before a restore. Nothing here may throw for what was asked: that would
 * hold up all that the district asks after it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AskedErasures {

    private final Obligations obligations;
    private final GivenRows register;
    private final Outbox outbox;

    AskedErasures(Obligations obligations, GivenRows register, Outbox outbox) {
        this.obligations = obligations;
        this.register = register;
        this.outbox = outbox;
    }

    /** Says whether the person was erased, or else that this was refused; who is gone already is erased once more. */
    public boolean take(ErasureAsked asked) {
        Optional<String> kept = obligations.about(asked.residentId());
        if (kept.isPresent()) {
            outbox.appendWord(new ErasureRefused(asked.residentId(), kept.get()));
            return false;
        }
        erase(new ResidentErased(asked.residentId(), asked.ground()), Author.byDistrict());
        return true;
    }

    /** Tells of one who was erased before a restore, and who may have come back with what the district has. */
    public void tellAgain(ResidentErased erasure) {
        if (obligations.about(erasure.residentId()).isEmpty()) {
            erase(erasure, Author.byRecovery());
        }
    }

    private void erase(ResidentErased erasure, Author author) {
        register.removeResident(erasure.residentId(), author);
        outbox.appendRemoval(Resident.TABLE, erasure.residentId(), erasure);
    }
}
