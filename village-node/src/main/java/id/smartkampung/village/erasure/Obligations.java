package id.smartkampung.village.erasure;

import id.smartkampung.village.change.GivenMutations;
import id.smartkampung.village.letter.number.GivenLetters;
import id.smartkampung.village.register.GivenRows;
import id.smartkampung.village.request.GivenRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** What keeps a person in the register, whoever wants it otherwise: it is about that person, and must be kept. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Obligations {

    private final GivenRows register;
    private final GivenRequests requests;
    private final GivenMutations mutations;
    private final GivenLetters letters;

    Obligations(GivenRows register, GivenRequests requests, GivenMutations mutations, GivenLetters letters) {
        this.register = register;
        this.requests = requests;
        this.mutations = mutations;
        this.letters = letters;
    }

    /** The first of them, in a word for the message texts. */
    public Optional<String> about(UUID residentId) {
        return requests.clashOfRemovedResident(residentId)
                .or(() -> mutations.clashOfRemovedResident(residentId))
                .or(() -> letters.clashOfRemovedResident(residentId))
                .or(() -> register.clashOfRemovedResident(residentId));
    }
}
