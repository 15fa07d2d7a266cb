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
 * Erases whom the district asks to erase, in the transaction that keeps how far it was obeyed. Nothing here may throw for
 * what was asked: that would hold up all that the district asks after it.
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
        register.removeResident(asked.residentId(), Author.byDistrict());
        outbox.appendRemoval(
                Resident.TABLE, asked.residentId(), new ResidentErased(asked.residentId(), asked.ground()));
        return true;
    }
}
