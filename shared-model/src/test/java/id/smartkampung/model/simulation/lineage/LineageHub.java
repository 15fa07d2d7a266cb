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
import id.smartkampung.model.lineage.Conservation;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.model.vocabulary.BaseStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the hub holds of the villages of one change, each batch of it in one transaction. */
final class LineageHub {

    private static final UUID LINEAGE = new UUID(7, 7);

    final Map<NodeId, LogHead> applied = new HashMap<>();
    final Map<NodeId, Map<UUID, FamilyRecorded>> families = new HashMap<>();
    final Map<NodeId, Map<UUID, ResidentRecorded>> residents = new HashMap<>();
    final Map<NodeId, List<Envelope>> down = new HashMap<>();

    private final Map<NodeId, LogHead> downHeads = new HashMap<>();
    private final Map<UUID, Handed> handed = new LinkedHashMap<>();
    private final Map<NodeId, NodeId> parts = new HashMap<>();
    private final Map<NodeId, List<String>> dusun = new HashMap<>();
    private final Set<UUID> given = new HashSet<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<UUID> census = new HashSet<>();
    private final LineageFlaw flaw;

    /** @param until what is left of them is told up to here */
    private record Handed(NodeId from, long until, HouseholdHandedOver event) {}

    LineageHub(LineageFlaw flaw) {
        this.flaw = flaw;
    }

    void register(NodeId node) {
        applied.put(node, LogHead.start(node));
        families.put(node, new TreeMap<>());
        residents.put(node, new TreeMap<>());
        down.put(node, new ArrayList<>());
        downHeads.put(node, LogHead.start(node));
    }

    /** As it is now, to be put back later. */
    LineageHub backup() {
        LineageHub copy = new LineageHub(flaw);
        copy.applied.putAll(applied);
        families.forEach((node, rows) -> copy.families.put(node, new TreeMap<>(rows)));
        residents.forEach((node, rows) -> copy.residents.put(node, new TreeMap<>(rows)));
        down.forEach((node, log) -> copy.down.put(node, new ArrayList<>(log)));
        copy.downHeads.putAll(downHeads);
        copy.handed.putAll(handed);
        copy.parts.putAll(parts);
        copy.dusun.putAll(dusun);
        copy.given.addAll(given);
        copy.taken.addAll(taken);
        copy.census.addAll(census);
        return copy;
    }

    /** Of what it holds everybody must be somewhere from now on. */
    void takeCensus() {
        residents.values().forEach(rows -> census.addAll(rows.keySet()));
    }

    void announce(NodeId from, NodeId to, List<String> areas) {
        parts.put(from, to);
        dusun.put(from, areas);
        ask(from);
    }

    private void ask(NodeId from) {
        append(
                from,
                new HandoverWanted(
                        UUID.randomUUID(), LINEAGE, parts.get(from).value(), dusun.get(from), LocalDate.EPOCH));
    }

    void receive(Envelope event) {
        LogHead head = applied.get(event.node());
        if (Receiver.judge(head, event, position -> Optional.empty()) != Verdict.ACCEPT) {
            return;
        }
        applied.put(event.node(), event.head());
        apply(event.node(), event.position().sequence(), read(event));
    }

    private void apply(NodeId node, long sequence, VillageEvent event) {
        if (event instanceof FamilyRecorded family) {
            families.get(node).put(family.familyId(), family);
        } else if (event instanceof FamilyRemoved removed) {
            families.get(node).remove(removed.familyId());
        } else if (event instanceof ResidentRecorded resident) {
            residents.get(node).put(resident.residentId(), resident);
        } else if (event instanceof HouseholdHandedOver household) {
            long until = sequence + household.residents().size();
            handed.put(household.handoverId(), new Handed(node, until, household));
        } else if (event instanceof HouseholdTakenOver household) {
            taken.add(household.handoverId());
        }
    }

    /** A pass of its own, after the commits. */
    void give() {
        handed.forEach((id, household) -> {
            NodeId to = new NodeId(household.event().toNode());
            boolean left = applied.get(household.from()).position().sequence() >= household.until();
            if (left && !taken.contains(id) && to.equals(parts.get(household.from())) && given.add(id)) {
                append(
                        to,
                        new HouseholdGiven(
                                UUID.randomUUID(),
                                id,
                                LINEAGE,
                                household.from().value(),
                                household.event().families(),
                                household.event().residents()));
            }
        });
    }

    /** A village says how far it has obeyed; whoever was restored goes on behind that, and asks and gives again. */
    void hear(NodeId node, LogHead obeyed) {
        LogHead head = downHeads.get(node);
        Hash place = obeyed.hash();
        boolean ours = head.hash().equals(place)
                || down.get(node).stream().anyMatch(event -> event.prevHash().equals(place));
        if (ours) {
            return;
        }
        int epoch = Math.max(head.position().epoch(), obeyed.position().epoch()) + 1;
        down.get(node).clear();
        downHeads.put(
                node, new LogHead(node, new LogPosition(epoch, obeyed.position().sequence()), place));
        if (parts.containsKey(node)) {
            ask(node);
        }
        if (flaw != LineageFlaw.NEVER_GIVEN_AGAIN) {
            given.removeIf(id -> handed.get(id).event().toNode().equals(node.value()));
        }
    }

    Conservation conservation() {
        Set<UUID> all = new HashSet<>();
        Set<UUID> notTaken = new HashSet<>();
        Map<NodeId, Set<UUID>> held = new HashMap<>();
        residents.forEach((node, rows) -> held.put(
                node,
                rows.values().stream()
                        .filter(resident -> resident.baseStatus() != BaseStatus.INVALID)
                        .map(ResidentRecorded::residentId)
                        .collect(Collectors.toSet())));
        handed.forEach((id, household) -> {
            Set<UUID> ids = household.event().residents().stream()
                    .map(ResidentRecorded::residentId)
                    .collect(Collectors.toSet());
            all.addAll(ids);
            if (!taken.contains(id)) {
                notTaken.addAll(ids);
            }
        });
        return Conservation.of(census, all, held.values(), notTaken, Set.of());
    }

    private void append(NodeId node, DistrictEvent command) {
        Envelope next = Envelope.next(
                downHeads.get(node),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
        down.get(node).add(next);
        downHeads.put(node, next.head());
    }

    private static VillageEvent read(Envelope event) {
        try {
            return EventJson.read(EventType.ofWireName(event.type()).orElseThrow(), event.data());
        } catch (EventFormatException e) {
            throw new AssertionError("event " + event.position(), e);
        }
    }
}
