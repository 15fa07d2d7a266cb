package id.smartkampung.model.event;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A family with its members, or somebody without a family, belongs to another village from now on: the borders of the
 * villages were changed, nobody moved. Carries the state that is handed over; what stays behind is told by events of its
 * own, after this one in the same transaction.
 *
 * @param lineageId the change of villages that the district announced
 * @param toNode who takes over
 * @param families the family; none for somebody without one
 * @param residents its members; of a very large family those of this part
 */
public record HouseholdHandedOver(
        UUID handoverId, UUID lineageId, String toNode, List<FamilyRecorded> families, List<ResidentRecorded> residents)
        implements VillageEvent {

    public HouseholdHandedOver {
        Objects.requireNonNull(handoverId, "handoverId");
        Objects.requireNonNull(lineageId, "lineageId");
        Objects.requireNonNull(toNode, "toNode");
        families = List.copyOf(families);
        residents = List.copyOf(residents);
        requireWhole(families, residents);
    }

    /** What no register could hold is found here, and not by the village that has to enter it. */
    static void requireWhole(List<FamilyRecorded> families, List<ResidentRecorded> residents) {
        if (families.size() > 1) {
            throw new IllegalArgumentException("a household is one family");
        }
        Set<Object> once = new HashSet<>();
        for (ResidentRecorded resident : residents) {
            if (resident.fullName() == null || resident.baseStatus() == null || resident.residency() == null) {
                throw new IllegalArgumentException("of a person of a household the name or the status is lacking");
            }
            boolean second = !once.add(resident.residentId()) || (resident.nik() != null && !once.add(resident.nik()));
            if (second) {
                throw new IllegalArgumentException("a person of a household is in it twice");
            }
        }
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.HANDOVER, handoverId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
