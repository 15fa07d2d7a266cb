package id.smartkampung.model.event;

import java.util.UUID;

/** A family was taken out of the register because it should never have been in it. */
public record FamilyRemoved(UUID familyId) implements VillageEvent {

    @Override
    public Subject subject() {
        return new Subject(Subject.FAMILY, familyId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
