package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.Topics;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong in a run, drawn from its seed. */
final class Troubles {

    /** Longer than a record can be under way, so that nothing of a dead process arrives after its successor's hello. */
    private static final int OUTAGE = 6_000;

    private static final int SNAPSHOT_EVERY = 5_000;

    private final Simulation simulation;
    private final World world;
    private final Broker broker;
    final Forger forger;
    private final List<VillageDisk> villageBackups = new ArrayList<>();
    private final List<HubDisk> hubBackups = new ArrayList<>();
    private boolean cloned;

    Troubles(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world;
        this.broker = simulation.broker;
        this.forger = new Forger(simulation);
    }

    void begin() {
        simulation.bitsFlip = world.chance(0.2);
        broker.misbehave(world.chance(0.3) ? 0 : world.below(12) / 100.0, simulation.bitsFlip);
        if (world.chance(0.4)) {
            letHubsDie();
        }
        if (world.chance(0.3)) {
            addSlowHub();
        }
        keepBackups();
        for (int i = 1 + world.below(5); i > 0; i--) {
            world.after(3_000 + world.below(25_000), this::strike);
        }
    }

    void keepBackups() {
        world.every(SNAPSHOT_EVERY, this::backUp);
    }

    void letHubsDie() {
        simulation.hubs.get(0).dies = 0.03;
    }

    /** Two that think they are alone, and are slow between reading and writing. */
    void addSlowHub() {
        simulation.addHub().pausesUpTo = 4_000;
        simulation.hubs.get(0).pausesUpTo = 1_000;
    }

    void spoilTheLine() {
        broker.misbehave(0.1, false);
    }

    void wipeBroker() {
        broker.wipe();
    }

    void loseTail(Village village) {
        broker.loseTail(Topics.up(village.node), 1 + world.below(10));
    }

    /** Nobody reads while the village works, and what it sent passes its time. */
    void expireUnread(Village village) {
        simulation.hubs.forEach(Hub::crash);
        world.after(5_000, () -> {
            broker.expire(Topics.up(village.node));
            simulation.hubs.forEach(Hub::start);
        });
    }

    private void backUp() {
        // One taken between a restore and the hello after it would be a third history.
        simulation.villages.stream()
                .filter(Village::isGreeted)
                .forEach(village -> villageBackups.add(village.disk.copy()));
        hubBackups.add(simulation.hubDisk.copy());
    }

    private void strike() {
        Village village = world.anyOf(simulation.villages);
        String up = Topics.up(village.node);
        int what = world.below(17);
        world.tell("trouble " + what + " for " + village.node);
        switch (what) {
            case 0 -> crash(village);
            case 1 -> cut(village);
            case 2 -> setBack(village, true);
            case 3 -> setBack(village, false);
            case 4 -> loseDatabase(village);
            case 5 -> restoreHub();
            case 6 -> wipeBroker();
            case 7 -> broker.delete(up);
            case 8 -> loseTail(village);
            case 9 -> broker.expire(up);
            case 10 -> changeKey(village);
            case 11 -> forger.forge(village);
            case 12 -> replay(village);
            case 13 -> copyMachine(village);
            case 14 -> changeStolenKey(village);
            case 15 -> loseChangedKey(village);
            default -> killHub();
        }
    }

    void crash(Village village) {
        village.crash();
        world.after(500 + world.below(5_000), village::start);
    }

    void cut(Village village) {
        village.lineUp = false;
        world.after(1_000 + world.below(15_000), () -> village.lineUp = true);
    }

    void changeKey(Village village) {
        if (!simulation.clones.containsKey(village.node)) {
            simulation.people.get(village).changeKey();
        }
    }

    /** The database of a village is set back to a backup; people may work before the line is there again. */
    void setBack(Village village, boolean worksOn) {
        List<VillageDisk> own = villageBackups.stream()
                .filter(disk -> disk.node.equals(village.node))
                .toList();
        if (!own.isEmpty()) {
            replaceDisk(village, world.anyOf(own).copy(), worksOn);
        }
    }

    /** It is set back and works on, and is set back once more while what it then has to tell is on the way. */
    void setBackTwice(Village village) {
        setBack(village, true);
        world.after(OUTAGE + 2_000 + world.below(9_000), () -> setBack(village, world.chance(0.5)));
    }

    void loseDatabase(Village village) {
        replaceDisk(village, new VillageDisk(village.node), world.chance(0.5));
    }

    private void replaceDisk(Village village, VillageDisk disk, boolean worksOn) {
        if (cloned || village.isDown()) {
            return;
        }
        village.crash();
        simulation.setBack.add(village.node);
        People people = simulation.people.get(village);
        people.restFor(worksOn ? OUTAGE : OUTAGE + 6_000);
        world.after(OUTAGE, () -> {
            // What was backed up after that moment belongs to a life that is over.
            villageBackups.removeIf(backup -> backup.node.equals(village.node) && backup.log.size() > disk.log.size());
            village.disk = disk;
            world.tell(village.node + " is set back to " + disk.head().position());
            simulation.oracle.goesOnWith(disk);
            simulation.enrolAnew(village);
            village.start();
            if (worksOn) {
                village.lineUp = false;
                world.after(world.below(6_000), () -> village.lineUp = true);
            }
        });
    }

    void restoreHub() {
        if (hubBackups.isEmpty()) {
            return;
        }
        simulation.hubs.forEach(Hub::crash);
        simulation.hubDisk = world.anyOf(hubBackups).copy();
        simulation.hubDisk.shelves.forEach(
                (node, shelf) -> world.tell("the hub is set back to " + shelf.applied.position() + " of " + node));
        simulation.enrolWhoLostKeys();
        world.after(1_000, () -> simulation.hubs.forEach(Hub::start));
    }

    void killHub() {
        Hub hub = world.anyOf(simulation.hubs);
        hub.crash();
        world.after(200 + world.below(5_000), hub::start);
    }

    /** A key is changed because somebody has it, who goes on writing with it, behind the event that ends it. */
    void changeStolenKey(Village village) {
        if (village.isDown()) {
            return;
        }
        String stolen = village.disk.keyAt(village.disk.head().position().next());
        changeKey(village);
        LogHead change = village.disk.head();
        simulation.hubs.forEach(Hub::crash);
        world.after(1_500, () -> {
            if (!village.disk.keyAt(change.position().next()).equals(stolen)) {
                Envelope event = forger.forged(village.node, change);
                broker.append(Topics.up(village.node), Message.of(event, Keyring.sign(stolen, event.head())));
            }
            simulation.hubs.forEach(Hub::start);
        });
    }

    /** A key is changed, and the event that says so is lost with the topic before anybody has read it. */
    void loseChangedKey(Village village) {
        if (village.isDown()) {
            return;
        }
        simulation.hubs.forEach(Hub::crash);
        changeKey(village);
        world.after(1_500, () -> {
            broker.delete(Topics.up(village.node));
            if (world.chance(0.5)) {
                crash(village);
            }
            simulation.hubs.forEach(Hub::start);
        });
    }

    /** Genuine records once more, from this village or another. */
    void replay(Village village) {
        List<Message> lying = broker.lying(Topics.up(world.anyOf(simulation.villages).node));
        for (int i = 0; i < 5 && !lying.isEmpty(); i++) {
            Message message = world.anyOf(lying);
            if (message.isEvent()) {
                broker.append(Topics.up(village.node), message);
            }
        }
    }

    /** The disk is copied to a second machine, and both go on. */
    void copyMachine(Village village) {
        if (cloned || village.isDown() || simulation.setBack.contains(village.node)) {
            return;
        }
        cloned = true;
        simulation.oracle.cloned(village.node);
        Village second = simulation.open(village.disk.copy(), "another machine");
        second.keys.clear();
        second.keys.addAll(village.keys);
        simulation.clones.put(village.node, second);
    }
}
