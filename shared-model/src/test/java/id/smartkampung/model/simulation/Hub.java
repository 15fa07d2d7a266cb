package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.Anchors;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Gate;
import id.smartkampung.model.protocol.Guest;
import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.Suspect;
import id.smartkampung.model.simulation.HubDisk.Shelf;
import id.smartkampung.model.simulation.Message.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One instance of the hub: reads the villages' topics, applies in transactions, answers. May be paused or die anywhere. */
final class Hub {

    private static final int TURN = 350;
    private static final int MOST = 20;
    private static final int LOOK_AROUND = 3_000;
    private static final int ASK_AGAIN = 2_000;
    private static final int MAY_WAIT = 40;

    /** Words are taken for what they say; that they are signed is not simulated. */
    private static final Arrival.Written UNWRITTEN = new Arrival.Written("head.v1", new byte[0], Optional.empty());

    private final World world;
    private final Broker broker;
    private final Parts parts;
    private final Oracle oracle;
    private final Supplier<HubDisk> disk;
    private final Map<NodeId, Place> places = new TreeMap<>();
    private final Map<NodeId, Long> askedAt = new HashMap<>();
    private boolean running = true;
    private int life;
    double dies;
    int pausesUpTo;

    /** Where a village is read, and what of it waits in memory. */
    private static final class Place {
        String topic;
        long next;
        boolean busy;
        List<Arrival.Event> waiting = List.of();
        LogHead remembered;
    }

    /** The instance died at this point. */
    private static final class Died extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    Hub(World world, Broker broker, Parts parts, Oracle oracle, Supplier<HubDisk> disk) {
        this.world = world;
        this.broker = broker;
        this.parts = parts;
        this.oracle = oracle;
        this.disk = disk;
        world.every(TURN, this::turn);
        world.every(LOOK_AROUND, this::lookAround);
    }

    void crash() {
        running = false;
        life++;
        places.clear();
    }

    void start() {
        running = true;
    }

    private void turn() {
        if (!running) {
            return;
        }
        for (NodeId node : disk.get().shelves.keySet()) {
            broker.make(node);
            Place place = place(node);
            if (!place.busy) {
                read(node, place);
            }
        }
    }

    private Place place(NodeId node) {
        String name = Topics.up(node);
        Place place = places.computeIfAbsent(node, it -> new Place());
        String topic = broker.id(name);
        if (!topic.equals(place.topic)) {
            Shelf shelf = disk.get().shelves.get(node);
            place.topic = topic;
            place.next = broker.place(name, shelf.topic, shelf.offset);
            place.waiting = List.of();
            place.remembered = shelf.applied;
        }
        return place;
    }

    /** Between reading and applying anything may happen: the instance may be paused and another may go on. */
    private void read(NodeId node, Place place) {
        List<Broker.Placed> records = broker.read(Topics.up(node), place.topic, place.next, MOST);
        if (records.isEmpty()) {
            return;
        }
        place.next = records.get(records.size() - 1).offset() + 1;
        int lifeNow = life;
        place.busy = true;
        Runnable work = () -> {
            if (life == lifeNow) {
                place.busy = false;
                apply(node, place, records);
            }
        };
        if (pausesUpTo > 0) {
            world.after(world.below(pausesUpTo), work);
        } else {
            work.run();
        }
    }

    private void apply(NodeId node, Place place, List<Broker.Placed> records) {
        try {
            List<Arrival> arrivals = new ArrayList<>(place.waiting);
            for (Broker.Placed placed : records) {
                Word word = placed.message().word();
                if (word == null) {
                    arrivals.add(Arrival.of(
                            placed.offset(),
                            placed.message().headers()::get,
                            placed.message().value()));
                } else if (word instanceof Word.Said said) {
                    arrivals.add(new Arrival.Word(placed.offset(), said.control(), UNWRITTEN));
                } else {
                    receive(node, place, arrivals, placed.offset());
                    arrivals = new ArrayList<>(place.waiting);
                    answer(node, place.topic, placed.offset(), word);
                }
            }
            receive(node, place, arrivals, records.get(records.size() - 1).offset() + 1);
        } catch (Died e) {
            crash();
            world.after(500 + world.below(3_000), this::start);
        }
    }

    private void mayDie() {
        if (world.chance(dies)) {
            throw new Died();
        }
    }

    /** One transaction: everything or nothing of it is there afterwards. */
    private void receive(NodeId node, Place place, List<Arrival> arrivals, long next) {
        Shelf shelf = disk.get().shelves.get(node);
        if (shelf.frozen || arrivals.isEmpty()) {
            return;
        }
        LogHead from = parts.readsItsCursor() ? shelf.applied : place.remembered;
        Keyring keys = shelf.keys.copy();
        Judgement judgement =
                parts.judge(from, arrivals, shelf.known(arrivals), new Gate(keys, MAY_WAIT, MAY_WAIT * 1_000L));
        if (!parts.commitsFirst()) {
            tell(
                    node,
                    new Control.Ack(
                            node,
                            judgement.head().position().epoch(),
                            judgement.head().position().sequence(),
                            judgement.head().hash().hex(),
                            Instant.EPOCH));
        }
        mayDie();
        commit(node, shelf, judgement, keys, place.topic, judgement.waiting().isEmpty() ? next : shelf.offset);
        place.waiting = judgement.waiting();
        place.remembered = judgement.head();
        mayDie();
        tell(node, judgement, shelf);
    }

    private void commit(NodeId node, Shelf shelf, Judgement judgement, Keyring keys, String topic, long offset) {
        for (Judgement.Accepted accepted : judgement.accepted()) {
            Envelope event = accepted.envelope();
            oracle.applied(node, event, shelf.received.containsKey(event.position()));
            shelf.received.put(event.position(), event);
            shelf.project(event, parts, oracle);
        }
        judgement.branches().forEach(branch -> world.tell("the hub leaves " + branch + " of " + node));
        for (Suspect suspect : judgement.suspects()) {
            world.tell("the hub suspects " + suspect + " of " + node);
            int times = shelf.record(suspect);
            oracle.suspected(node, suspect);
            shelf.frozen |= times > 1 && suspect.freezesWhenItComesAgain();
        }
        shelf.untold = parts.untold(shelf.untold, judgement, shelf::behind);
        shelf.applied = judgement.head();
        shelf.keys = keys;
        shelf.gapTo = judgement.gapTo(shelf.gapTo);
        if (judgement.announced() != null) {
            shelf.announced = new LogPosition(
                    judgement.announced().epoch(), judgement.announced().sequence());
        }
        shelf.topic = topic;
        shelf.offset = offset;
    }

    private void tell(NodeId node, Judgement judgement, Shelf shelf) {
        LogPosition applied = shelf.applied.position();
        if (applied.sequence() > 0) {
            tell(
                    node,
                    new Control.Ack(
                            node,
                            applied.epoch(),
                            applied.sequence(),
                            shelf.applied.hash().hex(),
                            Instant.EPOCH));
        }
        if (!shelf.frozen && (shelf.gapTo != null || judgement.asksAgain())) {
            askAgain(node, shelf);
        }
    }

    private void askAgain(NodeId node, Shelf shelf) {
        if (world.now() - askedAt.getOrDefault(node, -(long) ASK_AGAIN) >= ASK_AGAIN) {
            askedAt.put(node, world.now());
            LogPosition applied = shelf.applied.position();
            tell(node, new Control.Nak(node, applied.epoch(), applied.sequence(), Instant.EPOCH));
        }
    }

    private void tell(NodeId node, Control control) {
        broker.append(Topics.down(node), Message.of(new Word.Said(control)));
    }

    private void lookAround() {
        if (!running) {
            return;
        }
        disk.get().shelves.forEach((node, shelf) -> {
            boolean behind = shelf.gapTo != null
                    || (shelf.announced != null && shelf.announced.compareTo(shelf.applied.position()) > 0);
            if (behind && !shelf.frozen) {
                askAgain(node, shelf);
            }
        });
    }

    private void answer(NodeId node, String topic, long offset, Word word) {
        Shelf shelf = disk.get().shelves.get(node);
        if (word instanceof Word.Hello hello && !shelf.keys.isCurrent(hello.key())) {
            world.tell("the hub does not believe the " + hello.key() + " of " + node);
        } else if (word instanceof Word.Hello hello) {
            if (shelf.guest.greeting(topic, offset, hello.fingerprint()) == Guest.Greeting.CLONE) {
                shelf.frozen = true;
                world.tell("two machines speak as " + node);
            }
            shelf.guest = shelf.guest.after(topic, offset, hello.fingerprint());
            mayDie();
            LogHead common = Anchors.common(shelf.applied, hello.anchors(), shelf::hashAt)
                    .orElseGet(() -> LogHead.start(node));
            broker.append(
                    Topics.down(node),
                    Message.of(new Word.Welcome(
                            hello.nonce(), shelf.applied, common, shelf.frozen, !shelf.untold.isEmpty())));
        } else if (word instanceof Word.TailWanted wanted) {
            List<Envelope> tail = shelf.lineage(wanted.after().position().sequence());
            broker.append(Topics.down(node), Message.of(new Word.Tail(wanted.nonce(), wanted.after(), tail)));
        } else if (word instanceof Word.UntoldWanted wanted) {
            broker.append(Topics.down(node), Message.of(new Word.Given(wanted.nonce(), shelf.untold())));
        }
    }
}
