package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who signs letters of a village has a key there, and asks for its certificate.
 *
 * @param signatoryId who signs
 * @param name as it stands under letters, like the title
 * @param request PKCS #10 in PEM, signed with the key
 */
public record SignerKeyMade(UUID keyId, UUID signatoryId, String name, String title, String request)
        implements VillageEvent {

    public SignerKeyMade {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(signatoryId, "signatoryId");
        Objects.requireNonNull(request, "request");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.SIGNER, keyId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
