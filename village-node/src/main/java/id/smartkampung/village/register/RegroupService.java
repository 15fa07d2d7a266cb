package id.smartkampung.village.register;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Moves members of a family onto another card: a new one (<i>pecah KK</i>) or one that is there (<i>gabung KK</i>). */
@ApplicationScoped
public class RegroupService {

    private final FamilyService families;
    private final FieldWriter fields;

    RegroupService(FamilyService families, FieldWriter fields) {
        this.families = families;
        this.fields = fields;
    }

    /**
     * Moves members; they live where the other family lives from then on. Both families have one head afterwards.
     *
     * @param going who moves, and what they are to the head of the other family
     * @param successor who becomes head of those who stay, where their head goes; null where nobody has to
     * @param target the other family: known by its No. KK, else a new one
     * @return the other family
     */
    @Transactional
    public Family regroup(
            UUID familyId, Map<UUID, Relationship> going, UUID successor, FamilyDraft target, Author author) {
        Family source = Family.<Family>findByIdOptional(familyId).orElseThrow(NotFoundException::new);
        if (going.isEmpty()) {
            throw new RefusedException("regroup-nobody");
        }
        Family other = families.findOrCreateForMembers(target, author);
        if (other.id.equals(familyId)) {
            throw new RefusedException("regroup-same-card");
        }
        Set<UUID> concerned = new LinkedHashSet<>(ids(familyId));
        concerned.addAll(ids(other.id));
        concerned.addAll(going.keySet());
        Map<UUID, Resident> held = fields.hold(concerned);
        going.forEach((id, relationship) -> move(held.get(id), familyId, other, relationship, author));
        if (successor != null) {
            Resident next = held.get(successor);
            if (next == null || !familyId.equals(next.familyId)) {
                throw new RefusedException("head-needs-successor");
            }
            fields.write(next, ResidentField.RELATIONSHIP, Relationship.HEAD, author);
        }
        requireOneHead(held.values(), other.id, "family-needs-one-head");
        requireOneHead(held.values(), familyId, "head-needs-successor");
        if (held.values().stream().noneMatch(one -> familyId.equals(one.familyId))) {
            Resident.flush();
            families.remove(source.id, source.version, "regrouped", author);
        }
        return other;
    }

    private void move(Resident member, UUID from, Family to, Relationship relationship, Author author) {
        if (!from.equals(member.familyId)) {
            throw new ChangedMeanwhileException();
        }
        fields.write(member, ResidentField.FAMILY, to.id, author);
        fields.write(member, ResidentField.RELATIONSHIP, relationship, author);
        fields.write(member, ResidentField.DUSUN, to.dusun, author);
        fields.write(member, ResidentField.RW, to.rw, author);
        fields.write(member, ResidentField.RT, to.rt, author);
    }

    private static void requireOneHead(Collection<Resident> residents, UUID familyId, String refusal) {
        List<Resident> here = residents.stream()
                .filter(one -> familyId.equals(one.familyId) && one.isCounted())
                .toList();
        long heads = here.stream()
                .filter(one -> one.relationship == Relationship.HEAD)
                .count();
        if (!here.isEmpty() && heads != 1) {
            throw new RefusedException(refusal);
        }
    }

    private static List<UUID> ids(UUID familyId) {
        return Resident.listByFamily(familyId).stream().map(one -> one.id).toList();
    }
}
