package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/**
 * A resident was erased: taken out of the register, and out of every event that told of it. Whoever applies this empties
 * what it has kept of the person; the chain holds without it.
 */
public record ResidentErased(UUID residentId, ErasureGround ground) implements VillageEvent {

    public ResidentErased {
        Objects.requireNonNull(residentId, "residentId");
        Objects.requireNonNull(ground, "ground");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.RESIDENT, residentId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
