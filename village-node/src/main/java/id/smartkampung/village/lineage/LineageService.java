package id.smartkampung.village.lineage;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.lineage.Takeover;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.GivenRows;
import id.smartkampung.village.register.HandedOver;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Hands households over to another village where the borders were changed, and enters those that another one handed over.
 *
 * <p>Each household is one transaction: what the district is to give on is told first, and behind it in the log what
 * is left here. So nothing that was changed before, sent or not, is missing in what is handed over.
 */
@ApplicationScoped
public class LineageService {

    /** People of one event; even with all that is known of them it fits into a record. */
    private static final int PART = 50;

    private final HandoverTable table;
    private final GivenRows register;
    private final FieldWriter fields;
    private final Outbox outbox;
    private final Clock clock;

    LineageService(HandoverTable table, GivenRows register, FieldWriter fields, Outbox outbox, Clock clock) {
        this.table = table;
        this.register = register;
        this.fields = fields;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The district announces a change that takes people from here. */
    @Transactional(TxType.MANDATORY)
    public void announced(HandoverWanted order) {
        table.remember(order, clock.instant());
    }

    /** Hands over what is due; nothing is left to do when it is called again. */
    public void handOverDue() {
        for (HandoverOrder order : table.due(Wib.dateOf(clock.instant()))) {
            for (UUID family : table.families(order)) {
                byItself(family, () -> handOverFamily(order, family));
            }
            for (UUID person : table.alone(order)) {
                byItself(person, () -> handOverPerson(order, person));
            }
        }
    }

    /** A household that cannot go now does not keep the others here; it is tried again at the next look. */
    private static void byItself(UUID id, Runnable handover) {
        try {
            QuarkusTransaction.requiringNew().run(handover);
        } catch (RuntimeException e) {
            Log.warnf(e, "household %s is handed over later", id);
        }
    }

    private void handOverFamily(HandoverOrder order, UUID familyId) {
        Family family = Family.findById(familyId, LockModeType.PESSIMISTIC_WRITE);
        if (family == null || !order.covers(family.dusun)) {
            return;
        }
        List<Resident> members = fields.hold(table.membersOf(familyId)).values().stream()
                .filter(member -> familyId.equals(member.familyId))
                .toList();
        if (!table.isFree(familyId)) {
            return;
        }
        handOver(order, List.of(family.toEvent()), members);
        // Records that counted nowhere before have nothing to do in the other village.
        members.forEach(member -> fields.write(member, ResidentField.FAMILY, null, Author.byLineage()));
        Resident.flush();
        register.removeFamily(familyId, Author.byLineage());
        outbox.appendRemoval(Family.TABLE, familyId, new FamilyRemoved(familyId));
    }

    private void handOverPerson(HandoverOrder order, UUID id) {
        Resident person = fields.hold(List.of(id)).get(id);
        boolean alone = person.familyId == null && person.baseStatus != BaseStatus.INVALID;
        if (alone && order.covers(person.dusun) && table.isFree(id)) {
            handOver(order, List.of(), List.of(person));
        }
    }

    private void handOver(HandoverOrder order, List<FamilyRecorded> families, Collection<Resident> members) {
        List<Resident> going = members.stream()
                .filter(member -> member.baseStatus != BaseStatus.INVALID)
                .toList();
        Instant now = clock.instant();
        int from = 0;
        do {
            List<Resident> part = going.subList(from, Math.min(from + PART, going.size()));
            HouseholdHandedOver household = new HouseholdHandedOver(
                    UuidV7.at(now),
                    order.lineageId(),
                    order.toNode(),
                    families,
                    part.stream().map(Resident::toEvent).toList());
            outbox.appendWord(household);
            part.forEach(this::leave);
            remember(household, resident -> true);
            from += PART;
        } while (from < going.size());
    }

    private void leave(Resident resident) {
        fields.write(resident, ResidentField.BASE_STATUS, BaseStatus.INVALID, Author.byLineage());
        fields.write(resident, ResidentField.FAMILY, null, Author.byLineage());
        fields.write(resident, ResidentField.NIK, null, Author.byLineage());
    }

    private void remember(HouseholdHandedOver household, Predicate<Resident> gone) {
        for (ResidentRecorded resident : household.residents()) {
            Resident here = Resident.findById(resident.residentId());
            if (here == null || !gone.test(here) || HandedOver.isOf(here.id)) {
                continue;
            }
            HandedOver row = new HandedOver();
            row.residentId = resident.residentId();
            row.handoverId = household.handoverId();
            row.lineageId = household.lineageId();
            row.toNode = household.toNode();
            row.at = clock.instant();
            row.persist();
        }
    }

    /**
     * Enters a household that another village handed over; one that is given again changes nothing.
     *
     * @param erased who was erased here, before a restore perhaps: they do not come back with it
     */
    @Transactional(TxType.MANDATORY)
    public void take(HouseholdGiven given, Set<UUID> erased) {
        if (table.isTaken(given.handoverId())) {
            return;
        }
        List<ResidentRecorded> coming = given.residents().stream()
                .filter(resident -> !erased.contains(resident.residentId()))
                .toList();
        Takeover takeover = Takeover.of(given.families(), coming, new Here());
        for (FamilyRecorded family : takeover.families()) {
            outbox.append(register.put(family, Author.byLineage()));
        }
        for (ResidentRecorded resident : takeover.residents()) {
            outbox.append(register.put(resident, Author.byLineage()));
            // Who was handed over from here before has come back.
            HandedOver.deleteById(resident.residentId());
        }
        List<UUID> subjects = Stream.concat(
                        given.families().stream().map(FamilyRecorded::familyId),
                        coming.stream().map(ResidentRecorded::residentId))
                .toList();
        HouseholdTakenOver taken =
                new HouseholdTakenOver(given.handoverId(), given.lineageId(), subjects, takeover.duplicates());
        table.remember(taken, clock.instant());
        outbox.appendWord(taken);
    }

    /** An event of our own came back after a restore: what it says is remembered, and not told again. */
    @Transactional(TxType.MANDATORY)
    public void tookBack(VillageEvent event) {
        if (event instanceof HouseholdHandedOver household) {
            remember(household, resident -> true);
        } else if (event instanceof HouseholdTakenOver household) {
            table.remember(household, clock.instant());
        } else if (event instanceof ResidentRecorded resident && resident.baseStatus() != BaseStatus.INVALID) {
            HandedOver.deleteById(resident.residentId());
        }
    }

    /**
     * Behind a fork the district has a handover that this server forgot: of whom it now has only the record, they are gone.
     * Whoever is in use here is handed over anew, which changes nothing in the other village.
     */
    @Transactional(TxType.MANDATORY)
    public void forgot(VillageEvent event) {
        if (event instanceof HouseholdHandedOver household) {
            remember(household, resident -> resident.baseStatus == BaseStatus.INVALID);
        }
    }

    /** The register of this village. */
    private static final class Here implements Takeover.Register {

        @Override
        public boolean hasFamily(UUID id) {
            return Family.findById(id) != null;
        }

        @Override
        public boolean hasResident(UUID id) {
            return Resident.findById(id) != null && !HandedOver.isOf(id);
        }

        @Override
        public Optional<UUID> holderOf(NoKk noKk) {
            return Family.findByNoKk(noKk).map(family -> family.id);
        }

        @Override
        public Optional<UUID> holderOf(Nik nik) {
            return Resident.findByNik(nik).map(resident -> resident.id);
        }
    }
}
