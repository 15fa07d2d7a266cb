package id.smartkampung.village.change;

import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.error.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is left of a family when some of its members go, and who is to be its head then. */
record Succession(List<Resident> leaving, List<Resident> staying) {

    /** Of the members of a family, as they are before anybody has gone. */
    static Succession of(Collection<Resident> members, Set<UUID> going) {
        List<Resident> here = members.stream().filter(Resident::isCounted).toList();
        return new Succession(
                members.stream().filter(one -> going.contains(one.id)).toList(),
                here.stream().filter(one -> !going.contains(one.id)).toList());
    }

    /** The head, if it is among those who go while others stay without one. */
    Optional<Resident> leavingHead() {
        boolean headStays = staying.stream().anyMatch(Succession::isHead);
        if (headStays || staying.isEmpty()) {
            return Optional.empty();
        }
        return leaving.stream().filter(Succession::isHead).findFirst();
    }

    /** The one of those who stay that was chosen as head. */
    Resident successor(UUID chosen) {
        return staying.stream()
                .filter(one -> one.id.equals(chosen))
                .findFirst()
                .orElseThrow(() -> new RefusedException("head-needs-successor"));
    }

    /** Husband or wife of somebody who died, where there is no doubt who that is. */
    Optional<Resident> widowed(Resident dead) {
        List<Resident> candidates = staying.stream()
                .filter(one -> one.maritalStatus == MaritalStatus.MARRIED && one.sex != dead.sex)
                .filter(one -> isHead(one) || (isHead(dead) && isSpouse(one)))
                .toList();
        boolean ofTheHead = isHead(dead) || isSpouse(dead);
        return ofTheHead && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** What somebody is to the family who comes back into it: its head where nobody else is there, not a second one. */
    static Relationship placeOf(Resident back, Collection<Resident> family) {
        boolean alone = family.stream().noneMatch(one -> !one.id.equals(back.id) && one.isCounted());
        if (alone) {
            return back.familyId == null ? back.relationship : Relationship.HEAD;
        }
        return hasOtherHead(back) ? Relationship.OTHER : back.relationship;
    }

    /** Refuses a head for a family that has one. */
    static void requireOneHead(Resident resident) {
        if (hasOtherHead(resident)) {
            throw new RefusedException("family-has-head");
        }
    }

    static boolean hasOtherHead(Resident resident) {
        return isHead(resident)
                && resident.familyId != null
                && Resident.listByFamily(resident.familyId).stream()
                        .anyMatch(other -> !other.id.equals(resident.id) && other.isCounted() && isHead(other));
    }

    private static boolean isHead(Resident resident) {
        return resident.relationship == Relationship.HEAD;
    }

    /** Of somebody whose place in the family was never written down it is not known. */
    private static boolean isSpouse(Resident resident) {
        return resident.relationship == Relationship.HUSBAND || resident.relationship == Relationship.WIFE;
    }
}
