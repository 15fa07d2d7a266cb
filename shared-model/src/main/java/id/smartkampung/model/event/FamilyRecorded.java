package id.smartkampung.model.event;

import id.smartkampung.model.identity.NoKk;
import java.util.Objects;
import java.util.UUID;

/** A family was entered or changed; carries the whole new state as far as it leaves the village. */
public record FamilyRecorded(UUID familyId, NoKk noKk, String address, String dusun, String rw, String rt)
        implements VillageEvent {

    public FamilyRecorded {
        Objects.requireNonNull(familyId, "familyId");
    }

    /** The same family under another card, or under none. */
    public FamilyRecorded withCard(NoKk other) {
        return new FamilyRecorded(familyId, other, address, dusun, rw, rt);
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
