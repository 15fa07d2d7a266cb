package id.smartkampung.village.register;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Many residents at once with a handful of queries: finds who is known, says what would change, and does it.
 *
 * <p>A person is known by the NIK, else by family card, name and birth date. The place of a family is that of its first
 * row, later only that of its head: so a second run changes nothing. Members of one family belong into one call.
 */
@ApplicationScoped
public class BulkRegister {

    private final ResidentService residents;
    private final FamilyService families;

    BulkRegister(ResidentService residents, FamilyService families) {
        this.residents = residents;
        this.families = families;
    }

    /** What becomes of one draft. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * One draft and what it means.
     *
     * @param residentId of the known person; null for a new one in a preview
     * @param changes the fields that get another value; empty for a new person
     * @param familyChanges whether the address or place of a known family changes
     */
    public record Planned(
            ResidentDraft draft,
            UUID residentId,
            Outcome outcome,
            List<ResidentField> changes,
            boolean familyChanges) {}

    /** What {@link #apply} would do, without doing it. */
    @Transactional
    public List<Planned> plan(List<ResidentDraft> drafts) {
        KnownRows known = KnownRows.of(drafts);
        return drafts.stream().map(draft -> plan(draft, known)).toList();
    }

    /** Enters and changes; one transaction, so a few hundred at a time. */
    @Transactional
    public List<Planned> apply(List<ResidentDraft> drafts, Author author) {
        KnownRows known = KnownRows.of(drafts);
        List<Planned> done = new ArrayList<>(drafts.size());
        for (ResidentDraft draft : drafts) {
            done.add(apply(draft, known, author));
        }
        return done;
    }

    private Planned plan(ResidentDraft draft, KnownRows known) {
        Resident resident = known.find(draft);
        Family family = known.familyOf(draft);
        boolean familyChanges = family != null && isOfHead(draft, resident) && differs(family, draft);
        if (resident == null) {
            return new Planned(draft, null, Outcome.NEW, List.of(), familyChanges);
        }
        List<ResidentField> changes = changes(resident, draft, family);
        Outcome outcome = changes.isEmpty() && !familyChanges ? Outcome.UNCHANGED : Outcome.CHANGED;
        return new Planned(draft, resident.id, outcome, changes, familyChanges);
    }

    private Planned apply(ResidentDraft draft, KnownRows known, Author author) {
        Planned planned = plan(draft, known);
        Family family = known.familyOf(draft);
        if (family == null && draft.noKk() != null) {
            family = families.enter(draft.familyDraft(), author);
            known.add(family);
        } else if (planned.familyChanges()) {
            families.write(family, merged(family, draft), FamilyColumns.all(), author);
        }
        if (planned.outcome() == Outcome.NEW) {
            Resident entered = residents.enter(draft, family, author);
            known.add(entered);
            return new Planned(draft, entered.id, Outcome.NEW, List.of(), planned.familyChanges());
        }
        if (!planned.changes().isEmpty()) {
            Resident resident = known.find(draft);
            residents.write(resident, applicable(resident, draft), family, author);
        }
        return planned;
    }

    private List<ResidentField> changes(Resident resident, ResidentDraft draft, Family family) {
        List<ResidentField> changes = new ArrayList<>();
        for (Map.Entry<ResidentField, Object> given :
                applicable(resident, draft).values().entrySet()) {
            if (ResidentColumns.of(given.getKey()).differs(resident, given.getValue())) {
                changes.add(given.getKey());
            }
        }
        UUID familyId = family == null ? null : family.id;
        boolean newFamily = family == null && draft.noKk() != null;
        if (draft.isFamilyGiven() && (newFamily || !Objects.equals(familyId, resident.familyId))) {
            changes.add(ResidentField.FAMILY);
        }
        return changes;
    }

    /**
     * What a file may say of a known person: one that does not know the NIK takes it from nobody, and who lives here is said
     * by what was recorded to have happened, not by a list from elsewhere.
     */
    private ResidentDraft applicable(Resident resident, ResidentDraft draft) {
        Set<ResidentField> passedOver = EnumSet.noneOf(ResidentField.class);
        if (draft.nik() == null) {
            passedOver.add(ResidentField.NIK);
        }
        if (residents.refusal(resident, draft).isPresent()) {
            passedOver.addAll(Set.of(ResidentField.BASE_STATUS, ResidentField.RESIDENCY));
        }
        if (passedOver.stream().noneMatch(draft::has)) {
            return draft;
        }
        ResidentDraft rest = new ResidentDraft();
        draft.values().forEach((field, value) -> {
            if (!passedOver.contains(field)) {
                rest.set(field, value);
            }
        });
        if (draft.isFamilyGiven()) {
            rest.onFamilyCard(draft.noKk(), draft.address());
        }
        return rest;
    }

    private static boolean isOfHead(ResidentDraft draft, Resident resident) {
        if (draft.has(ResidentField.RELATIONSHIP)) {
            return draft.get(ResidentField.RELATIONSHIP) == Relationship.HEAD;
        }
        return resident != null && resident.relationship == Relationship.HEAD;
    }

    private static boolean differs(Family family, ResidentDraft draft) {
        Family wanted = new Family();
        merged(family, draft).copyTo(wanted);
        return FamilyColumns.all().stream().anyMatch(column -> column.differs(family, column.get(wanted)));
    }

    /** What the draft says of the family; where it says nothing, what is known. */
    private static FamilyDraft merged(Family family, ResidentDraft draft) {
        FamilyDraft given = draft.familyDraft();
        return new FamilyDraft(
                family.noKk,
                draft.address() == null ? family.address : given.address(),
                draft.has(ResidentField.DUSUN) ? given.dusun() : family.dusun,
                draft.has(ResidentField.RW) ? given.rw() : family.rw,
                draft.has(ResidentField.RT) ? given.rt() : family.rt);
    }
}
