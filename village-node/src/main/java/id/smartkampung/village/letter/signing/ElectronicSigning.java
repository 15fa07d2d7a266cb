package id.smartkampung.village.letter.signing;

import id.smartkampung.village.letter.number.LetterConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** By what way letters are signed here without a pen: by the national authority where it is set, else with own keys. */
@ApplicationScoped
class ElectronicSigning {

    private final SignerKeys keys;
    private final Optional<BsreClient> authority;

    ElectronicSigning(SignerKeys keys, LetterConfig config) {
        this.keys = keys;
        this.authority = config.bsre().address().map(address -> new BsreClient(address, config.bsre()));
    }

    boolean possible() {
        return authority.isPresent() || keys.any();
    }

    /** Signs with what this passphrase opens. */
    SigningWay opened(char[] passphrase) {
        return authority
                .<SigningWay>map(client -> new BsreSigning(client, BsreSigning::nikOf, passphrase))
                .orElseGet(() -> keys.opened(passphrase));
    }
}
