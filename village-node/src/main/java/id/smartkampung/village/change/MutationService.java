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
import id.smartkampung.village.register.Heads;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        Map<UUID, Resident> held = fields.hold(Heads.withTheirFamilies(people));
        Heads heads = Heads.of(held.values().stream().map(one -> one.familyId).collect(Collectors.toSet()));
        UUID group = people.size() > 1 ? UuidV7.at(clock.instant()) : null;
        List<Mutation> recorded = new ArrayList<>();
        for (UUID id : people) {
            Resident resident = held.get(id);
            LeavingRules.require(draft, resident);
            Succession family = Succession.of(familyOf(resident, held), people);
            Mutation mutation = begin(draft, resident, resident.isInhabitant(), author);
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
        heads.requireNoneWorse("head-needs-successor");
        return recorded;
    }

    /**
     * A child was born into a family of this village.
     *
     * @param motherId null where the mother is no resident
     */
    @Transactional
    public Mutation born(MutationDraft draft, ResidentDraft child, UUID familyId, UUID motherId, Author author) {
        requireDays(draft);
        if (familyId == null || Family.findById(familyId) == null) {
            throw new RefusedException("birth-needs-family");
        }
        Resident born = residents.register(child, author);
        fields.write(born, ResidentField.FAMILY, familyId, author);
        return enter(draft, born, motherId, author);
    }

    /** Somebody who was never in this register moved in, for good or for a while. */
    @Transactional
    public Mutation arrived(MutationDraft draft, ResidentDraft newcomer, Author author) {
        requireDays(draft);
        Resident arrived = residents.register(newcomer, author);
        return enter(draft, arrived, null, author);
    }

    /**
     * Somebody who had gone is here again: a return of who was missing or away, an arrival of who had moved. Who lived here
     * for a while and stays for good arrives too.
     */
    @Transactional
    public Mutation returned(MutationDraft draft, UUID residentId, Author author) {
        requireDays(draft);
        Map<UUID, Resident> held = fields.hold(Heads.withTheirFamilies(Set.of(residentId)));
        Resident resident = held.get(residentId);
        if (!draft.kind().isAdding()) {
            throw new RefusedException("mutation-does-not-fit");
        }
        LeavingRules.require(draft, resident);
        Heads heads = Heads.of(Collections.singleton(resident.familyId));
        boolean settles = resident.isCounted();
        Mutation mutation = begin(draft, resident, settles || resident.residency == Residency.PERMANENT, author);
        if (settles) {
            mutation.residency = Residency.PERMANENT;
        }
        mutation.persistAndFlush();
        if (settles) {
            effects.write(mutation, resident, ResidentField.RESIDENCY, Residency.PERMANENT, author);
        } else {
            effects.write(mutation, resident, ResidentField.BASE_STATUS, BaseStatus.ALIVE, author);
            Relationship place = Succession.placeOf(resident, familyOf(resident, held));
            effects.write(mutation, resident, ResidentField.RELATIONSHIP, place, author);
        }
        heads.requireNoneWorse("family-heads");
        outbox.append(mutation);
        return mutation;
    }

    private Mutation enter(MutationDraft draft, Resident entered, UUID motherId, Author author) {
        LeavingRules.requireBorn(draft, entered);
        fields.hold(Heads.withTheirFamilies(Set.of(entered.id)));
        Succession.requireOneHead(entered);
        Heads.without(entered).requireNoneWorse("family-heads");
        Mutation mutation = begin(draft, entered, entered.isInhabitant(), author);
        mutation.motherId = motherId;
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
        mutation.bookedOn = Booking.dayOf(draft.reportedOn(), now, Mutation.listByResident(resident.id));
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

    private static List<Resident> familyOf(Resident resident, Map<UUID, Resident> held) {
        return resident.familyId == null
                ? List.of()
                : held.values().stream()
                        .filter(one -> resident.familyId.equals(one.familyId))
                        .toList();
    }
}
