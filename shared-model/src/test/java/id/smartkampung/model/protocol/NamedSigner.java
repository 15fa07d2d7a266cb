package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.protocol.Arrival.Event;
import java.util.Optional;

/** Signs with a name, and believes only the village; a real signature is another's test. */
final class NamedSigner {

    static final String VILLAGE = "village";

    /** Lets no more than a few events wait. */
    static final Gate GATE = gate(NamedSigner::check);

    private NamedSigner() {}

    static Gate gate(HeadCheck check) {
        return new Gate(check, 5, 10_000);
    }

    static Trust check(LogHead head, Optional<HeadSignature> signature) {
        return signature
                .map(it -> it.keyId().equals(VILLAGE) ? Trust.VALID : Trust.UNKNOWN_KEY)
                .orElse(Trust.UNSIGNED);
    }

    /** An event as it comes, signed by whom, or by nobody. */
    static Event arrival(Envelope event, String signer) {
        return new Event(
                event.position().sequence(), event, Optional.ofNullable(signer).map(it -> new HeadSignature(it, "")));
    }
}
