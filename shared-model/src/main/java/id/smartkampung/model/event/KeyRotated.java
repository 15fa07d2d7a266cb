package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/**
 * From the next event on this village signs with another key. The head of this event is signed with the one before,
 * which counts no more behind it.
 *
 * @param publicKey the 32 bytes of the new key, base64
 */
public record KeyRotated(UUID rotationId, String publicKey) implements VillageEvent {

    public KeyRotated {
        Objects.requireNonNull(rotationId, "rotationId");
        Objects.requireNonNull(publicKey, "publicKey");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.KEY, rotationId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
