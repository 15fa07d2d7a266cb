package id.smartkampung.village.register;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.History;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who belongs to which family, and as what: members, head, and the place where they live together. */
@ApplicationScoped
public class MembershipService {

    private final ResidentService residents;
    private final FamilyService families;
    private final History history;

    MembershipService(ResidentService residents, FamilyService families, History history) {
        this.residents = residents;
        this.families = families;
        this.history = history;
    }

    /** Takes a person onto the family card, away from the one they stood on. */
    @Transactional
    public void add(UUID familyId, UUID residentId, Relationship relationship, Author author) {
        Family family = existing(familyId);
        Resident resident = ResidentService.locked(residentId);
        boolean changed = residents.move(resident, family.id, author);
        changed |= become(resident, relationship, author);
        if (changed) {
            residents.touch(resident);
        }
    }

    /** Takes a person off the family card; they stay in the register without one. */
    @Transactional
    public void takeOut(UUID familyId, UUID residentId, Author author) {
        Resident resident = memberOf(familyId, residentId);
        if (residents.move(resident, null, author)) {
            residents.touch(resident);
        }
    }

    /**
     * Says what each member is to the head. A card has one head, so that letters and statistics know whom to name.
     *
     * @throws RefusedException when there is no head or more than one
     */
    @Transactional
    public void arrange(UUID familyId, Map<UUID, Relationship> relationships, Author author) {
        Set<UUID> gone = Resident.listByFamily(familyId).stream()
                .filter(member -> !member.isCounted())
                .map(member -> member.id)
                .collect(Collectors.toSet());
        long heads = relationships.entrySet().stream()
                .filter(given -> given.getValue() == Relationship.HEAD && !gone.contains(given.getKey()))
                .count();
        if (heads != 1) {
            throw new RefusedException("family-needs-one-head");
        }
        // In the order of their ids, so that two officers arranging the same family wait and do not block each other.
        new TreeMap<>(relationships).forEach((residentId, relationship) -> {
            Resident member = memberOf(familyId, residentId);
            if (become(member, relationship, author)) {
                residents.touch(member);
            }
        });
    }

    /** Changes a family, and all its members live where it lives from now on. */
    @Transactional
    public void changeAndSettle(UUID familyId, int version, FamilyDraft draft, Author author) {
        Family family = families.change(familyId, version, draft, author);
        for (Resident member : Resident.listByFamily(familyId)) {
            Resident locked = ResidentService.locked(member.id);
            boolean changed = live(locked, ResidentField.DUSUN, family.dusun, author);
            changed |= live(locked, ResidentField.RW, family.rw, author);
            changed |= live(locked, ResidentField.RT, family.rt, author);
            if (changed) {
                residents.touch(locked);
            }
        }
    }

    private boolean live(Resident resident, ResidentField field, String place, Author author) {
        return history.change(resident, Subject.RESIDENT, resident.id, ResidentColumns.of(field), place, author);
    }

    private boolean become(Resident resident, Relationship relationship, Author author) {
        return history.change(
                resident,
                Subject.RESIDENT,
                resident.id,
                ResidentColumns.of(ResidentField.RELATIONSHIP),
                relationship,
                author);
    }

    private static Family existing(UUID familyId) {
        return Family.<Family>findByIdOptional(familyId).orElseThrow(NotFoundException::new);
    }

    private static Resident memberOf(UUID familyId, UUID residentId) {
        Resident resident = ResidentService.locked(residentId);
        if (!familyId.equals(resident.familyId)) {
            throw new RefusedException("no-longer-member");
        }
        return resident;
    }
}
