package id.smartkampung.village.letter.effect;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What letters change in the register, for the pages that show them and for the room that signs them. */
@ApplicationScoped
@Named("letterEffects")
public class LetterEffects {

    private final EffectService service;

    LetterEffects(EffectService service) {
        this.service = service;
    }

    /**
     * What one letter changes.
     *
     * @param recorded null while it waits
     */
    public record Effect(Letter letter, MutationKind kind, Mutation recorded) {

        public boolean isWaiting() {
            return recorded == null && letter.state == LetterState.SIGNED;
        }

        /** The letter holds no more, and what it changed does. */
        public boolean isOrphaned() {
            return recorded != null && !recorded.isUndone() && letter.state == LetterState.WITHDRAWN;
        }
    }

    /** For templates: of each letter of a request that changes the register, how far that has come. */
    public List<Effect> ofRequest(UUID request) {
        return Letter.listByRequest(request).stream()
                .flatMap(letter -> of(letter).stream())
                .toList();
    }

    /** Nothing as well where what was recorded lies outside of what the account may see. */
    Optional<Effect> of(Letter letter) {
        return service.reported(letter).flatMap(told -> {
            LetterEffect known = LetterEffect.findById(letter.id);
            return known == null
                    ? Optional.of(new Effect(letter, told.kind(), null))
                    : Mutation.<Mutation>findByIdOptional(known.mutationId)
                            .map(recorded -> new Effect(letter, told.kind(), recorded));
        });
    }

    /** Who may follow as head, if the one whom the letter is about goes. */
    List<Resident> successors(Letter letter) {
        Resident person = service.reported(letter)
                .map(told -> told.kind() == MutationKind.DEATH
                        ? told.deceased()
                        : Resident.<Resident>findById(letter.applicantId))
                .orElse(null);
        return person == null || person.familyId == null
                ? List.of()
                : Resident.listByFamily(person.familyId).stream()
                        .filter(one -> one.isCounted() && !one.id.equals(person.id))
                        .toList();
    }

    /**
     * A letter was signed. A birth or a death is recorded with it; what needs a choice of an officer, and a move, which
     * is certain only when it was reported, waits on the page of the letter.
     */
    public void signed(Letter letter, Author author) {
        boolean atOnce = service.reported(letter)
                .filter(told -> told.kind() == MutationKind.BIRTH || told.kind() == MutationKind.DEATH)
                .isPresent();
        if (!atOnce) {
            return;
        }
        try {
            service.record(letter.id, EffectForm.none(), author);
        } catch (RefusedException e) {
            Log.infof("what letter %s reports waits for an officer: %s", letter.id, e.code());
        } catch (RuntimeException e) {
            // The letter is signed, whatever becomes of the register; on its page it is seen that this waits.
            Log.errorf(e, "what letter %s reports is not recorded", letter.id);
        }
    }
}
