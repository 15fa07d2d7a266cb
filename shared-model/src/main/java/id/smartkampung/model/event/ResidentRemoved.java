package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/** A resident was taken out of the register because it should never have been in it. */
public record ResidentRemoved(UUID residentId) implements VillageEvent {

    public ResidentRemoved {
        Objects.requireNonNull(residentId, "residentId");
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
