package id.smartkampung.model.simulation.lineage;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
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
import id.smartkampung.model.lineage.Households;
import id.smartkampung.model.lineage.Takeover;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The register of one village and its log, always written together. */
final class LineageVillage implements Takeover.Register {

    final NodeId node;
    final Map<UUID, FamilyRecorded> families = new TreeMap<>();
    /** With what is left of those who were handed over. */
    final Map<UUID, ResidentRecorded> residents = new TreeMap<>();

    final List<Envelope> log = new ArrayList<>();

    private final Map<UUID, ResidentRecorded> atFirst = new TreeMap<>();
    private final Set<UUID> gone = new HashSet<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Random random;
    private final LineageFlaw flaw;
    private LogHead head;
    private LogHead obeyed;
    private HandoverWanted wanted;

    LineageVillage(NodeId node, Random random, LineageFlaw flaw) {
        this.node = node;
        this.random = random;
        this.flaw = flaw;
        this.head = LogHead.start(node);
        this.obeyed = LogHead.start(node);
    }

    LogHead head() {
        return head;
    }

    LogHead obeyed() {
        return obeyed;
    }

    void enter(FamilyRecorded family) {
        families.put(family.familyId(), family);
        tell(family);
    }

    void enter(ResidentRecorded resident) {
        residents.put(resident.residentId(), resident);
        atFirst.putIfAbsent(resident.residentId(), resident);
        gone.remove(resident.residentId());
        tell(resident);
    }

    /** Those who belong here. */
    List<ResidentRecorded> people() {
        return residents.values().stream()
                .filter(resident -> !gone.contains(resident.residentId()))
                .toList();
    }

    /** Hands over one household that is due, if there is any. */
    boolean handOverOne() {
        if (wanted == null) {
            return false;
        }
        Optional<FamilyRecorded> family = families.values().stream()
                .filter(row -> wanted.dusun().isEmpty() || wanted.dusun().contains(row.dusun()))
                .findFirst();
        family.ifPresent(this::handOver);
        return family.isPresent();
    }

    private void handOver(FamilyRecorded family) {
        List<ResidentRecorded> members = people().stream()
                .filter(resident -> family.familyId().equals(resident.familyId()))
                .toList();
        List<ResidentRecorded> told = flaw == LineageFlaw.OLD_STATE_HANDED_OVER
                ? members.stream()
                        .map(member -> atFirst.get(member.residentId()))
                        .toList()
                : members;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        tell(new HouseholdHandedOver(id, wanted.lineageId(), wanted.toNode(), List.of(family), told));
        for (ResidentRecorded member : members) {
            if (flaw == LineageFlaw.STAYS_IN_THE_FIRST) {
                continue;
            }
            ResidentRecorded left = Households.left(member);
            residents.put(left.residentId(), left);
            gone.add(left.residentId());
            tell(left);
        }
        families.remove(family.familyId());
        tell(new FamilyRemoved(family.familyId()));
    }

    void hear(Envelope command) {
        Verdict verdict = Receiver.judge(obeyed, command, position -> Optional.empty());
        if (verdict != Verdict.ACCEPT && verdict != Verdict.NEW_EPOCH) {
            return;
        }
        obeyed = command.head();
        DistrictEvent asked = read(command);
        if (asked instanceof HandoverWanted order) {
            wanted = order;
        } else if (asked instanceof HouseholdGiven given) {
            take(given);
        }
    }

    private void take(HouseholdGiven given) {
        if (!taken.add(given.handoverId())) {
            return;
        }
        Takeover takeover = Takeover.of(given.families(), given.residents(), this);
        if (flaw != LineageFlaw.CONFIRMED_AND_NOT_ENTERED) {
            takeover.families().forEach(this::enter);
            takeover.residents().forEach(this::enter);
        }
        tell(new HouseholdTakenOver(given.handoverId(), given.lineageId(), List.of(), takeover.duplicates()));
    }

    private void tell(VillageEvent event) {
        Envelope next = Envelope.next(
                head,
                EventType.of(event).wireName(),
                event.subject().toString(),
                Instant.EPOCH,
                EventJson.write(event));
        log.add(next);
        head = next.head();
    }

    private static DistrictEvent read(Envelope command) {
        try {
            return EventJson.read(DistrictEventType.ofWireName(command.type()).orElseThrow(), command.data());
        } catch (EventFormatException e) {
            throw new AssertionError("command " + command.position(), e);
        }
    }

    @Override
    public boolean hasFamily(UUID id) {
        return families.containsKey(id);
    }

    @Override
    public boolean hasResident(UUID id) {
        return residents.containsKey(id) && !gone.contains(id);
    }

    @Override
    public Optional<UUID> holderOf(NoKk noKk) {
        return families.values().stream()
                .filter(family -> noKk.equals(family.noKk()))
                .map(FamilyRecorded::familyId)
                .findFirst();
    }

    @Override
    public Optional<UUID> holderOf(Nik nik) {
        return residents.values().stream()
                .filter(resident -> nik.equals(resident.nik()))
                .map(ResidentRecorded::residentId)
                .findFirst();
    }
}
