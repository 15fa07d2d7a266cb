package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Anchors;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.model.protocol.ReturnedTail;
import id.smartkampung.model.protocol.Reunion;
import id.smartkampung.model.protocol.Untold;
import id.smartkampung.model.simulation.Message.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A village server: works locally whatever happens, says hello, sends, and obeys the words of the district. */
final class Village {

    private static final int PATIENCE = 3_000;
    private static final int TURN = 400;
    private static final int HEAD_EVERY = 5_000;

    private final World world;
    private final VillageLine line;
    private final Parts parts;
    private final Oracle oracle;
    final NodeId node;
    final String fingerprint;
    /** The keys in the folder beside the database, the newest first: a restore of the database does not touch them. */
    final List<String> keys = new ArrayList<>(List.of(Simulation.FIRST_KEY));

    VillageDisk disk;
    boolean lineUp = true;
    private boolean running = true;
    private boolean retired;

    private boolean greeted;
    private boolean frozen;
    private long nonce;
    private long saidHelloAt = -PATIENCE;
    private List<LogHead> anchors = List.of();
    private Course pending;
    private List<Envelope> left = List.of();
    private String upTopic;
    private boolean emptied;
    private boolean asked;
    private int attempt;
    private long headAt;

    Village(World world, Broker broker, Parts parts, Oracle oracle, VillageDisk disk, String fingerprint) {
        this.oracle = oracle;
        this.world = world;
        this.parts = parts;
        this.node = disk.node;
        this.disk = disk;
        this.fingerprint = fingerprint;
        this.line = new VillageLine(world, broker, node);
        world.every(TURN, this::turn);
    }

    private void turn() {
        if (!running || retired || !lineUp) {
            return;
        }
        line.hear(disk, this::hear);
        speak();
    }

    boolean isSettled() {
        return running && greeted && !frozen && disk.acked.equals(disk.head().position());
    }

    boolean isGreeted() {
        return running && greeted;
    }

    boolean isDown() {
        return !running || retired;
    }

    void crash() {
        running = false;
        forget();
    }

    void start() {
        running = true;
        forget();
    }

    /** Nobody uses this machine any more. */
    void retire() {
        retired = true;
    }

    /** What lies in memory only. */
    private void forget() {
        greeted = !parts.greets();
        frozen = false;
        pending = null;
        nonce = world.bits();
        anchors = List.of();
        upTopic = null;
        emptied = false;
        asked = false;
        attempt = 0;
        saidHelloAt = -PATIENCE;
    }

    private void speak() {
        String topic = line.topic();
        if (topic == null) {
            return;
        }
        if (!topic.equals(upTopic)) {
            emptied = upTopic != null;
            upTopic = topic;
            asked = false;
            attempt = 0;
            greeted &= !parts.greets();
        }
        if (!greeted) {
            if (world.now() - saidHelloAt >= PATIENCE) {
                attempt += asked ? 1 : 0;
                sayHello(Anchors.of(disk.head(), disk::at));
            }
            return;
        }
        if (line.send(disk) && world.now() - headAt > HEAD_EVERY) {
            headAt = world.now();
            LogHead sent = disk.at(disk.sent.sequence());
            line.say(new Word.Said(new Control.Head(
                    node,
                    sent.position().epoch(),
                    sent.position().sequence(),
                    sent.hash().hex(),
                    Instant.EPOCH,
                    "simulated")));
        }
    }

    private void sayHello(List<LogHead> places) {
        anchors = places;
        nonce = world.bits();
        saidHelloAt = world.now();
        pending = null;
        List<String> mine = parts.helloKeys(disk, emptied, keys);
        line.say(new Word.Hello(nonce, places, fingerprint, mine.get(attempt % mine.size())));
        asked = true;
    }

    private void hear(Word word) {
        if (word instanceof Word.Welcome welcome) {
            welcome(welcome);
        } else if (word instanceof Word.Tail tail) {
            tail(tail);
        } else if (word instanceof Word.Given given) {
            given(given);
        } else if (greeted && word instanceof Word.Said said) {
            if (said.control() instanceof Control.Ack ack) {
                acknowledged(
                        new LogHead(ack.node(), new LogPosition(ack.epoch(), ack.sequence()), Hash.ofHex(ack.hash())));
            } else if (said.control() instanceof Control.Nak nak) {
                parts.sendAgainAfter(disk, disk.sent, disk.acked, new LogPosition(nak.epoch(), nak.sequence()))
                        .ifPresent(after -> disk.sent = after);
            }
        }
    }

    private void acknowledged(LogHead applied) {
        oracle.acknowledged(applied);
        switch (parts.receipt(disk, disk.acked, applied)) {
            case NEWS -> {
                disk.acked = applied.position();
                if (disk.sent.compareTo(disk.acked) < 0) {
                    disk.sent = disk.acked;
                }
            }
            case LOWER, OTHER_HISTORY -> {
                world.tell(node + " " + fingerprint + " wonders about an ack of " + applied.position());
                greeted = !parts.greets();
            }
            case KNOWN -> {}
        }
    }

    private void welcome(Word.Welcome welcome) {
        if (welcome.nonce() != nonce || greeted || pending != null) {
            return;
        }
        asked = false;
        Course course = parts.course(
                new Hello.Sent(disk, disk::at, anchors, disk.acked, LogPosition.START),
                new Hello.Welcome(welcome.applied(), welcome.common(), welcome.frozen()));
        world.tell(node + " " + fingerprint + " at " + disk.head().position() + " is told " + course);
        if (course instanceof Course.Continue on) {
            goOn(course, on.sendAfter(), welcome.untold());
        } else if (course instanceof Course.SendFrom from) {
            goOn(course, from.sendAfter(), welcome.untold());
        } else if (course instanceof Course.AskAgain again) {
            sayHello(again.anchors());
        } else if (course instanceof Course.Recover) {
            pending = course;
            line.say(new Word.TailWanted(nonce, disk.head()));
        } else if (course instanceof Course.Fork fork) {
            pending = course;
            left = List.of();
            line.say(welcome.untold() ? new Word.UntoldWanted(nonce) : new Word.TailWanted(nonce, fork.common()));
        } else if (course instanceof Course.Frozen) {
            frozen = true;
        }
    }

    /** What only the district has of us is told anew before we go on. */
    private void goOn(Course course, LogPosition after, boolean untold) {
        if (untold) {
            pending = course;
            line.say(new Word.UntoldWanted(nonce));
        } else {
            goOn(after);
        }
    }

    private void given(Word.Given given) {
        if (given.nonce() != nonce) {
            return;
        }
        if (pending instanceof Course.Fork fork) {
            left = given.events();
            line.say(new Word.TailWanted(nonce, fork.common()));
            return;
        }
        List<Envelope> lacking = Untold.lacking(given.events(), disk::toldSince);
        world.tell(
                node + " tells anew " + lacking.size() + " of " + given.events().size() + " that it left");
        if (pending instanceof Course.Continue on) {
            disk.tellAnew(world, lacking);
            goOn(on.sendAfter());
        } else if (pending instanceof Course.SendFrom from) {
            disk.tellAnew(world, lacking);
            goOn(from.sendAfter());
        }
    }

    private void goOn(LogPosition after) {
        disk.sent = after;
        disk.acked = after;
        pending = null;
        greeted = true;
        frozen = false;
    }

    private void tail(Word.Tail tail) {
        if (tail.nonce() != nonce || pending == null) {
            return;
        }
        Course course = pending;
        pending = null;
        saidHelloAt = -PATIENCE;
        if (course instanceof Course.Recover recover && disk.head().equals(tail.after())) {
            if (leadsTo(tail, recover.to())) {
                tail.events().forEach(disk::take);
            }
        } else if (course instanceof Course.Fork fork && leadsTo(tail, fork.theirs())) {
            List<Envelope> ours = List.copyOf(disk.after(fork.common().position(), Integer.MAX_VALUE / 2));
            world.tell(node + " forks with " + tail.events().size() + " of theirs and " + ours.size() + " of ours");
            List<Envelope> theirs = new ArrayList<>(tail.events());
            theirs.addAll(left);
            Reunion reunion = Reunion.of(fork.common(), fork.epoch(), ours, theirs);
            disk.fork(
                    world,
                    fork.common(),
                    fork.epoch(),
                    reunion.renumbered(),
                    parts.takesOver() ? reunion.takenOver() : List.of());
        }
    }

    /** Whether the tail is the chain between what we have and what the district said it has. */
    private static boolean leadsTo(Word.Tail tail, LogHead to) {
        return ReturnedTail.end(tail.after(), tail.events()).equals(Optional.of(to));
    }
}
