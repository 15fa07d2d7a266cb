package id.smartkampung.model.event;

import java.util.Objects;
import java.util.UUID;

/** A family was taken out of the register: it should never have been in it, or was handed over to another village. */
public record FamilyRemoved(UUID familyId) implements VillageEvent {

    public FamilyRemoved {
        Objects.requireNonNull(familyId, "familyId");
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.FAMILY, familyId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
