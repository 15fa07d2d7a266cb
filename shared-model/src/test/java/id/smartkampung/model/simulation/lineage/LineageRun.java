package id.smartkampung.model.simulation.lineage;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.lineage.Conservation;
import id.smartkampung.model.lineage.Households;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One change of villages, a split or a merge, while people work, the line loses, repeats and reorders, and the hub is
 * set back to a backup now and then. What was done in the villages is remembered apart from all logs.
 */
final class LineageRun {

    private static final String EAST = "TIMUR";
    private static final String WEST = "BARAT";
    private static final int STEPS = 150;

    private final Random random;
    private final LineageFlaw flaw;
    private final boolean merge;
    private final List<LineageVillage> villages = new ArrayList<>();
    private final List<Envelope> wire = new ArrayList<>();
    /** Everybody who was ever entered, by the name that was written last. */
    private final Map<UUID, String> truth = new TreeMap<>();

    private LineageHub hub;
    private LineageHub backup;
    private boolean restored;
    private int familiesEver;
    private int serial;

    private LineageRun(long seed, LineageFlaw flaw) {
        this.random = new Random(seed);
        this.flaw = flaw;
        this.merge = random.nextBoolean();
        this.hub = new LineageHub(flaw);
    }

    /** What went wrong, with its seed; empty when nothing did. */
    static String failureOf(long seed, LineageFlaw flaw) {
        String failure = new LineageRun(seed, flaw).failure();
        return failure.isEmpty() ? "" : "seed " + seed + ": " + failure;
    }

    private String failure() {
        for (int i = 0; i < 3; i++) {
            villages.add(new LineageVillage(new NodeId("desa-" + i), random, flaw));
            hub.register(villages.get(i).node);
            // A village that is made by a split has nobody yet.
            for (int family = 0; family < 4 && (merge || i == 0); family++) {
                aFamily(villages.get(i));
            }
        }
        settle();
        hub.takeCensus();
        work();
        announce();
        backup = hub.backup();
        for (int step = 0; step < STEPS; step++) {
            step();
            Conservation now = hub.conservation();
            // After a restore a log may be ahead of the one that it came from, until both are read again.
            if (!now.inNone().isEmpty() || (!restored && !now.inTwo().isEmpty())) {
                return "at step " + step + " " + now;
            }
        }
        settle();
        return atTheEnd();
    }

    private void announce() {
        if (merge) {
            hub.announce(villages.get(0).node, villages.get(2).node, List.of());
            hub.announce(villages.get(1).node, villages.get(2).node, List.of());
        } else {
            hub.announce(villages.get(0).node, villages.get(1).node, List.of(EAST));
        }
    }

    private void step() {
        LineageVillage village = villages.get(random.nextInt(villages.size()));
        switch (random.nextInt(8)) {
            case 0 -> work();
            case 1 -> village.handOverOne();
            case 2 -> send(unread(village), 0.3);
            case 3 -> {
                hub.hear(village.node, village.obeyed());
                send(hub.down.get(village.node), 0.3);
            }
            case 4, 5 -> deliver(0.5);
            case 6 -> hub.give();
            default -> setBack();
        }
    }

    private void setBack() {
        if (random.nextInt(6) == 0) {
            backup = hub.backup();
        } else if (random.nextInt(10) == 0) {
            hub = backup.backup();
            restored = true;
            // It may have read some logs again, and given on what stands there, before the first village is heard.
            villages.forEach(village -> send(unread(village), 0.5));
            deliver(1);
            hub.give();
        }
    }

    private List<Envelope> unread(LineageVillage village) {
        int read = (int) hub.applied.get(village.node).position().sequence();
        return village.log.subList(read, village.log.size());
    }

    private void send(List<Envelope> records, double loss) {
        for (Envelope record : records) {
            if (random.nextDouble() >= loss) {
                wire.add(record);
            }
            if (random.nextDouble() < loss / 2) {
                wire.add(record);
            }
        }
        if (loss > 0) {
            Collections.shuffle(wire, random);
        }
    }

    private void deliver(double share) {
        int number = (int) Math.ceil(wire.size() * share);
        List<Envelope> arriving = new ArrayList<>(wire.subList(0, number));
        wire.subList(0, number).clear();
        for (Envelope record : arriving) {
            // Commands and events share the wire; each side knows its own by the type.
            if (record.type().startsWith("handover-") || record.type().equals("household-given.v1")) {
                villages.stream()
                        .filter(village -> village.node.equals(record.node()))
                        .forEach(village -> village.hear(record));
            } else {
                hub.receive(record);
            }
        }
    }

    /** The line is good, and everybody goes on until there is nothing left to do. */
    private void settle() {
        wire.clear();
        for (int round = 0; round < 12; round++) {
            for (LineageVillage village : villages) {
                boolean more;
                do {
                    more = village.handOverOne();
                } while (more);
                send(unread(village), 0);
                hub.hear(village.node, village.obeyed());
            }
            deliver(1);
            hub.give();
            villages.forEach(village -> send(hub.down.get(village.node), 0));
            deliver(1);
        }
    }

    /** Somebody is entered, or a name is put right. */
    private void work() {
        LineageVillage village = villages.get(random.nextInt(villages.size()));
        List<ResidentRecorded> people = village.people();
        if (people.isEmpty()) {
            return;
        }
        ResidentRecorded one = people.get(random.nextInt(people.size()));
        if (random.nextInt(4) == 0) {
            enter(village, one.familyId(), one.dusun(), null);
            return;
        }
        ResidentRecorded corrected =
                Households.person(one.residentId(), one.familyId(), one.nik(), "Nama " + serial++, one.dusun());
        truth.put(one.residentId(), corrected.fullName());
        village.enter(corrected);
    }

    private void aFamily(LineageVillage village) {
        String dusun = random.nextBoolean() ? EAST : WEST;
        // Few numbers, so that two villages have the same now and then; never twice within one.
        int number = random.nextInt(12);
        NoKk card = new NoKk("351001010126%04d".formatted(number));
        FamilyRecorded family = Households.family(id(), village.holderOf(card).isPresent() ? null : card, dusun);
        familiesEver++;
        village.enter(family);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Nik nik = new Nik("351001570890%04d".formatted(random.nextInt(30)));
            enter(village, family.familyId(), dusun, village.holderOf(nik).isPresent() ? null : nik);
        }
    }

    private void enter(LineageVillage village, UUID family, String dusun, Nik nik) {
        ResidentRecorded person = Households.person(id(), family, nik, "Nama " + serial++, dusun);
        truth.put(person.residentId(), person.fullName());
        village.enter(person);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String atTheEnd() {
        Conservation end = hub.conservation();
        if (!end.isSettled()) {
            return "at the end " + end;
        }
        Map<UUID, String> found = new TreeMap<>();
        int families = 0;
        for (LineageVillage village : villages) {
            if (!hub.residents.get(village.node).equals(village.residents)
                    || !hub.families.get(village.node).equals(village.families)) {
                return "rows of " + village.node + " differ";
            }
            families += village.families.size();
            for (ResidentRecorded person : village.people()) {
                if (found.put(person.residentId(), person.fullName()) != null) {
                    return "twice: " + person.residentId();
                }
            }
        }
        if (!found.equals(truth)) {
            return "people are not those who were entered: " + found + " but " + truth;
        }
        if (families != familiesEver) {
            return families + " families of " + familiesEver;
        }
        return wherePeopleAre();
    }

    private String wherePeopleAre() {
        List<ResidentRecorded> stayed = new ArrayList<>(villages.get(0).people());
        if (merge) {
            stayed.addAll(villages.get(1).people());
        } else {
            stayed.removeIf(person -> person.dusun().equals(WEST));
        }
        return stayed.isEmpty() ? "" : "not handed over: " + stayed.size();
    }
}
