package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Suspect;
import id.smartkampung.model.simulation.HubDisk.Shelf;
import id.smartkampung.model.simulation.Oracle.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** One run: some villages, a broker and a hub live through a time of faults, are healed, and are held against what was done. */
final class Simulation {

    private static final int TROUBLED_TIME = 30_000;
    private static final int PATIENCE_WITH_CLONES = 90_000;
    private static final int PATIENCE = 240_000;
    private static final int STEP = 5_000;
    static final String FIRST_KEY = "first key";

    final World world;
    final Broker broker;
    final Oracle oracle = new Oracle();
    final Parts parts;
    final List<Hub> hubs = new ArrayList<>();
    final List<Village> villages = new ArrayList<>();
    final Map<Village, People> people = new HashMap<>();
    /** The second machines of cloned villages. */
    final Map<NodeId, Village> clones = new HashMap<>();

    final Set<NodeId> wereFrozen = new HashSet<>();
    final Set<NodeId> setBack = new HashSet<>();
    HubDisk hubDisk = new HubDisk();
    boolean bitsFlip;
    private final AtomicLong lastId = new AtomicLong();

    Simulation(long seed, Parts parts, int howMany) {
        this.parts = parts;
        world = new World(seed);
        broker = new Broker(world);
        for (int i = 0; i < howMany; i++) {
            NodeId node = new NodeId("35.10.01.200" + (i + 1));
            hubDisk.shelves.put(node, new Shelf(node, FIRST_KEY));
            villages.add(open(new VillageDisk(node), "machine"));
        }
        addHub();
    }

    /** A seed tells everything: which faults there are, and when. What went wrong, with its story; empty if nothing. */
    static String failureOf(long seed, Parts parts) {
        Simulation simulation = new Simulation(seed, parts, 1 + new World(seed).below(3));
        try {
            new Troubles(simulation).begin();
            simulation.world.run(TROUBLED_TIME);
            simulation.heal();
            return "";
        } catch (Violation | RuntimeException e) {
            return "-Dsimulation.seed=" + seed + ": " + e + "\n" + simulation.world.story();
        }
    }

    Village open(VillageDisk disk, String fingerprint) {
        Village village = new Village(world, broker, parts, oracle, disk, fingerprint);
        people.put(village, new People(world, oracle, village, lastId, 700 + world.below(1_500)));
        return village;
    }

    Hub addHub() {
        Hub hub = new Hub(world, broker, parts, oracle, () -> hubDisk);
        hubs.add(hub);
        return hub;
    }

    /** The trouble is over, and who must decide something decides it. */
    void heal() {
        broker.misbehave(0, false);
        for (Hub hub : hubs) {
            hub.dies = 0;
            hub.pausesUpTo = 0;
            hub.start();
        }
        villages.forEach(Simulation::bringBack);
        clones.values().forEach(Simulation::bringBack);
        settleClones();
        people.values().forEach(People::goHome);
        for (Village village : villages) {
            Shelf shelf = hubDisk.shelves.get(village.node);
            if (shelf.frozen) {
                wereFrozen.add(village.node);
            }
            if (oracle.named(village.node).contains(Suspect.Kind.FORK) && !mayFork(village.node)) {
                throw new Violation("called a fork, which it is not: " + village.node);
            }
            if (shelf.frozen && !mayFreeze(village.node)) {
                throw new Violation("frozen without a reason: " + village.node + " " + oracle.named(village.node));
            }
        }
        enrolWhoLostKeys();
        thaw();
        awaitRest();
        villages.forEach(village -> oracle.check(village.disk, hubDisk.shelves.get(village.node)));
    }

    /** Nobody else needs a person for a key that was changed. */
    void enrolWhoLostKeys() {
        villages.stream().filter(village -> mayFork(village.node)).forEach(this::enrolAnew);
    }

    /** Keys whose announcement was lost with the database of a village are registered by a person. */
    void enrolAnew(Village village) {
        Keyring keys = hubDisk.shelves.get(village.node).keys;
        keys.register(FIRST_KEY);
        for (Envelope event : village.disk.log) {
            Op op = Op.read(event.data());
            if (op.isKeyChange()) {
                keys.register(op.newKey());
            }
        }
    }

    private boolean mayFreeze(NodeId node) {
        return bitsFlip || mayFork(node);
    }

    private boolean mayFork(NodeId node) {
        return setBack.contains(node) || clones.containsKey(node);
    }

    /** A person lets frozen villages go on, and they are read again from where they stand. */
    private void thaw() {
        hubDisk.shelves.values().forEach(shelf -> shelf.frozen = false);
        villages.forEach(Village::start);
        hubs.forEach(Hub::crash);
        hubs.forEach(Hub::start);
    }

    private static void bringBack(Village village) {
        village.lineUp = true;
        if (village.isDown()) {
            village.start();
        }
    }

    private void settleClones() {
        for (int waited = 0; !clones.keySet().stream().allMatch(this::isFrozen); waited += STEP) {
            if (waited > PATIENCE_WITH_CLONES) {
                throw new Violation("two machines write one log, and nobody says so");
            }
            world.run(STEP);
        }
        for (Village second : clones.values()) {
            int at = indexOf(second.node);
            boolean secondStays = world.chance(0.5);
            Village gone = secondStays ? villages.get(at) : second;
            if (secondStays) {
                villages.set(at, second);
            }
            gone.retire();
            people.get(gone).goHome();
            oracle.goesOnWith(villages.get(at).disk);
        }
        // What the other said before it was switched off is still read, and is no third machine.
        world.run(2 * STEP);
        for (NodeId node : clones.keySet()) {
            Shelf shelf = hubDisk.shelves.get(node);
            shelf.guest = shelf.guest.picked(villages.get(indexOf(node)).fingerprint);
        }
    }

    private boolean isFrozen(NodeId node) {
        return hubDisk.shelves.get(node).frozen;
    }

    private int indexOf(NodeId node) {
        for (int i = 0; i < villages.size(); i++) {
            if (villages.get(i).node.equals(node)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no village is " + node);
    }

    private void awaitRest() {
        for (int waited = 0; !atRest(); waited += STEP) {
            if (waited > PATIENCE) {
                throw new Violation("no rest: " + describe());
            }
            if (waited > 0
                    && villages.stream().anyMatch(village -> isFrozen(village.node) && mayFreeze(village.node))) {
                thaw();
            }
            world.run(STEP);
        }
    }

    private boolean atRest() {
        return villages.stream()
                .allMatch(village -> village.isSettled()
                        && hubDisk.shelves.get(village.node).applied.equals(village.disk.head()));
    }

    private String describe() {
        StringBuilder text = new StringBuilder();
        for (Village village : villages) {
            Shelf shelf = hubDisk.shelves.get(village.node);
            text.append(village.node)
                    .append(" ends at ")
                    .append(village.disk.head().position())
                    .append(" sent ")
                    .append(village.disk.sent)
                    .append(" acked ")
                    .append(village.disk.acked)
                    .append(village.isSettled() ? " settled" : " not settled")
                    .append(", hub at ")
                    .append(shelf.applied.position())
                    .append(shelf.frozen ? " frozen" : "")
                    .append(' ')
                    .append(oracle.named(village.node))
                    .append("; ");
        }
        return text.toString();
    }
}
