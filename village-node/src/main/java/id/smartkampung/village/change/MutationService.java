package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records births, deaths and moves with what they change in the register, all in one transaction with their events. */
@ApplicationScoped
public class MutationService {

    private final ResidentService residents;
    private final FieldWriter fields;
    private final EffectWriter effects;
    private final Outbox outbox;
    private final Clock clock;

    MutationService(ResidentService residents, FieldWriter fields, EffectWriter effects, Outbox outbox, Clock clock) {
        this.residents = residents;
        this.fields = fields;
        this.effects = effects;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Somebody died, moved away, is missing or went away; several where they moved together.
     *
     * @param successor who becomes head where the head goes and others stay; null where nobody has to
     * @throws RefusedException when one of them is not here, or a family would be left without a head
     */
    @Transactional
    public List<Mutation> leave(MutationDraft draft, Set<UUID> people, UUID successor, Author author) {
        requireDays(draft);
        Map<UUID, Resident> held = fields.hold(withTheirFamilies(people));
        UUID group = people.size() > 1 ? UuidV7.at(clock.instant()) : null;
        List<Mutation> recorded = new ArrayList<>();
        for (UUID id : people) {
            Resident resident = held.get(id);
            LeavingRules.require(draft, resident);
            Succession family = Succession.of(familyOf(resident, held), people);
            Mutation mutation = begin(draft, resident, counts(resident), author);
            mutation.groupId = group;
            mutation.persistAndFlush();
            boolean passesOn =
                    family.leavingHead().filter(head -> head == resident).isPresent();
            effects.write(
                    mutation, resident, ResidentField.BASE_STATUS, LeavingRules.statusAfter(draft.kind()), author);
            if (draft.kind() == MutationKind.DEATH) {
                family.widowed(resident)
                        .ifPresent(spouse -> effects.write(
                                mutation, spouse, ResidentField.MARITAL_STATUS, MaritalStatus.WIDOWED, author));
            }
            if (passesOn) {
                effects.write(
                        mutation, family.successor(successor), ResidentField.RELATIONSHIP, Relationship.HEAD, author);
            }
            outbox.append(mutation);
            recorded.add(mutation);
        }
        return recorded;
    }

    /** A child was born into a family of this village. */
    @Transactional
    public Mutation born(MutationDraft draft, ResidentDraft child, UUID familyId, Author author) {
        requireDays(draft);
        if (familyId == null || Family.findById(familyId) == null) {
            throw new RefusedException("birth-needs-family");
        }
        Resident born = residents.register(child, author);
        fields.write(born, ResidentField.FAMILY, familyId, author);
        Succession.requireOneHead(born);
        return enter(draft, born, author);
    }

    /** Somebody who was never in this register moved in, for good or for a while. */
    @Transactional
    public Mutation arrived(MutationDraft draft, ResidentDraft newcomer, Author author) {
        requireDays(draft);
        Resident arrived = residents.register(newcomer, author);
        LeavingRules.requireBorn(draft, arrived);
        Succession.requireOneHead(arrived);
        return enter(draft, arrived, author);
    }

    /** Somebody who had gone is here again: a return of who was missing or away, an arrival of who had moved. */
    @Transactional
    public Mutation returned(MutationDraft draft, UUID residentId, Author author) {
        requireDays(draft);
        Resident resident = fields.hold(Set.of(residentId)).get(residentId);
        LeavingRules.requireBorn(draft, resident);
        BaseStatus before = resident.baseStatus;
        boolean fits = draft.kind() == MutationKind.ARRIVAL
                ? before == BaseStatus.MOVED
                : before == BaseStatus.MISSING || before == BaseStatus.AWAY;
        if (!fits) {
            throw new RefusedException("mutation-does-not-fit");
        }
        Mutation mutation = begin(draft, resident, resident.residency != Residency.TEMPORARY, author);
        mutation.persistAndFlush();
        effects.write(mutation, resident, ResidentField.BASE_STATUS, BaseStatus.ALIVE, author);
        if (Succession.hasOtherHead(resident)) {
            effects.write(mutation, resident, ResidentField.RELATIONSHIP, Relationship.OTHER, author);
        }
        outbox.append(mutation);
        return mutation;
    }

    private Mutation enter(MutationDraft draft, Resident entered, Author author) {
        Mutation mutation = begin(draft, entered, entered.residency != Residency.TEMPORARY, author);
        mutation.persistAndFlush();
        effects.entered(mutation, entered);
        outbox.append(mutation);
        return mutation;
    }

    private Mutation begin(MutationDraft draft, Resident resident, boolean counted, Author author) {
        Instant now = clock.instant();
        Mutation mutation = new Mutation();
        mutation.id = UuidV7.at(now);
        mutation.residentId = resident.id;
        mutation.familyId = resident.familyId;
        mutation.kind = draft.kind();
        mutation.happenedOn = draft.happenedOn();
        mutation.reportedOn = draft.reportedOn();
        mutation.recordedAt = now;
        mutation.counted = counted;
        mutation.sex = resident.sex;
        mutation.citizenship = resident.citizenship;
        mutation.residency = resident.residency;
        mutation.relationship = resident.relationship;
        mutation.dusun = resident.dusun;
        mutation.moveKind = draft.moveKind();
        mutation.otherArea = draft.otherArea();
        mutation.otherPlace = draft.otherPlace();
        mutation.place = draft.place();
        mutation.purpose = draft.purpose();
        mutation.document = draft.document();
        mutation.reporter = draft.reporter();
        mutation.note = draft.note();
        mutation.username = author.username();
        return mutation;
    }

    private void requireDays(MutationDraft draft) {
        LocalDate today = Wib.dateOf(clock.instant());
        if (draft.happenedOn().isAfter(draft.reportedOn()) || draft.reportedOn().isAfter(today)) {
            throw new RefusedException("mutation-days");
        }
    }

    private static boolean counts(Resident resident) {
        return resident.isCounted() && resident.residency != Residency.TEMPORARY;
    }

    private static Set<UUID> withTheirFamilies(Set<UUID> people) {
        Set<UUID> all = new LinkedHashSet<>(people);
        List<Resident> known = Resident.list("id in ?1", people);
        Set<UUID> families = new HashSet<>();
        known.forEach(one -> families.add(one.familyId));
        families.remove(null);
        for (UUID family : families) {
            Resident.listByFamily(family).forEach(member -> all.add(member.id));
        }
        return all;
    }

    private static List<Resident> familyOf(Resident resident, Map<UUID, Resident> held) {
        return resident.familyId == null
                ? List.of()
                : held.values().stream()
                        .filter(one -> resident.familyId.equals(one.familyId))
                        .toList();
    }
}
