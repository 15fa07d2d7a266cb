package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a turn's records of one log come to, judged one after the other against what was applied. Writes nothing.
 *
 * <p>Events that continue the log wait until a head that its owner signed covers them; what still waits at the end of
 * the turn comes first in the next one.
 */
public final class Judgement {

    /** An event that continues the log and that a valid head covers, with its hash. */
    public record Accepted(Envelope envelope, Hash hash) {}

    /**
     * The log was restored and worked on: a newer epoch goes on after {@code common}, and what was applied behind that
     * up to {@code left} is no longer its history.
     */
    public record Branch(long common, LogHead left) {}

    /** What is thought of one event. */
    interface Rule {
        Verdict judge(LogHead applied, Envelope event, Function<LogPosition, Optional<Hash>> hashAt);
    }

    private final Rule rule;
    private final Gate gate;
    private final Tail tail;
    private final Contradictions contradictions;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private final int epochBefore;
    private LogHead applied;
    private Control.Head announced;
    private Arrival.Word hello;
    private Control.TailWanted tailWanted;
    private LogPosition beyond;
    private boolean lacking;
    private int repeats;

    private Judgement(LogHead applied, Map<LogPosition, Hash> known, Gate gate, Rule rule) {
        this.rule = rule;
        this.gate = gate;
        this.tail = new Tail(applied, known);
        this.contradictions = new Contradictions(gate.check());
        this.epochBefore = applied.position().epoch();
        this.applied = applied;
    }

    /**
     * Judges records in the order of the topic, those that waited first.
     *
     * @param known hashes that were applied at the positions that the records repeat, and at the sequence before the
     *     first of a newer epoch, as far as they are kept
     */
    public static Judgement of(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
        return of(applied, arrivals, known, gate, Receiver::judge);
    }

    static Judgement of(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate, Rule rule) {
        Optional<LastHead> lastHead = LastHead.of(gate.check(), arrivals);
        if (lastHead.isPresent()) {
            Judgement look = eachOf(applied, arrivals, known, gate.with(lastHead.get()), rule);
            if (look.suspects.isEmpty() && !look.lacking && lastHead.get().isReachedBy(look.applied)) {
                return look;
            }
        }
        return eachOf(applied, arrivals, known, gate, rule);
    }

    private static Judgement eachOf(
            LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate, Rule rule) {
        Judgement judgement = new Judgement(applied, known, gate, rule);
        for (Arrival arrival : arrivals) {
            judgement.judge(arrival);
        }
        judgement.suspects.addAll(judgement.contradictions.unproven());
        return judgement;
    }

    private void judge(Arrival arrival) {
        if (arrival instanceof Arrival.Event event) {
            judge(event);
        } else if (arrival instanceof Arrival.Word word) {
            hear(word);
        } else if (arrival instanceof Arrival.Malformed malformed) {
            suspects.add(new Suspect(
                    Suspect.Kind.MALFORMED, applied.position().next(), malformed.offset(), malformed.reason()));
        }
    }

    private void judge(Arrival.Event event) {
        Envelope envelope = event.envelope();
        switch (rule.judge(tail.head(), envelope, tail::hashAt)) {
            case ACCEPT, NEW_EPOCH -> take(event);
            case REPEAT -> repeat(event);
            case GAP -> seeBeyond(event);
            case FORK -> fork(event);
            case ORPHAN -> orphan(event);
            case FOREIGN -> suspect(Suspect.Kind.FOREIGN, event, "written in the name of " + envelope.node());
            case CORRUPT -> corrupt(event);
        }
    }

    private void take(Arrival.Event event) {
        LogHead head = event.envelope().head();
        Trust trust = gate.check().check(head, event.signature());
        if (trust != Trust.VALID && trust != Trust.UNSIGNED) {
            suspect(Suspect.Kind.UNTRUSTED, event, trust.name());
            return;
        }
        lacking |= tail.add(event, head);
        if (trust == Trust.VALID) {
            prove(head.position());
        } else if (tail.exceeds(gate)) {
            tail.letGo(applied);
            lacking = true;
        }
    }

    /** Everything that waits up to here is the sender's. */
    private void prove(LogPosition to) {
        for (Tail.Waiting waiting : tail.release(to)) {
            Envelope event = waiting.event().envelope();
            LogPosition position = event.position();
            if (position.epoch() > applied.position().epoch()) {
                branches.add(new Branch(position.sequence() - 1, applied));
            }
            applied = waiting.head();
            accepted.add(new Accepted(event, applied.hash()));
            if (gate.check().changesKeys(event)) {
                gate.check().changeKeys(event);
            }
        }
    }

    /** A copy may carry the signature that the first one lacked, since batches differ on re-send. */
    private void repeat(Arrival.Event event) {
        repeats++;
        LogHead head = event.envelope().head();
        if (tail.waitsAt(head.position()) && gate.check().check(head, event.signature()) == Trust.VALID) {
            prove(head.position());
        }
    }

    private void orphan(Arrival.Event event) {
        if (tail.head().position().epoch() > applied.position().epoch()) {
            // The newer epoch only waits: nobody knows yet whether the log has left anything.
            contest(event);
            return;
        }
        suspect(Suspect.Kind.ORPHAN, event, "of a history that the log has left");
    }

    private void fork(Arrival.Event event) {
        if (tail.waitsAt(event.envelope().position())) {
            contest(event);
            return;
        }
        suspects.addAll(contradictions.add(event));
    }

    /**
     * An event disagrees with what waits. One of the two is not the sender's, and no head tells which: the newer has its
     * chance, and what is lost by that is asked for again.
     */
    private void contest(Arrival.Event event) {
        suspect(Suspect.Kind.UNTRUSTED, event, "another event waits at its place");
        tail.letGo(applied);
        lacking = true;
        judge(event);
    }

    private void seeBeyond(Arrival.Event event) {
        if (contradictions.areContinuedBy(event.envelope())) {
            suspects.addAll(contradictions.add(event));
            return;
        }
        LogPosition position = event.envelope().position();
        lacking = true;
        if (beyond == null || position.epoch() > beyond.epoch() || position.compareTo(beyond) < 0) {
            beyond = position;
        }
    }

    /** Its header may be signed, whatever became of its data. */
    private void corrupt(Arrival.Event event) {
        LogHead head = event.envelope().head();
        boolean signed = gate.check().check(head, event.signature()) == Trust.VALID;
        String detail = "its data is not what its header promises";
        suspects.add(new Suspect(Suspect.Kind.CORRUPT, head.position(), event.offset(), detail, signed));
    }

    private void suspect(Suspect.Kind kind, Arrival.Event event, String detail) {
        suspects.add(new Suspect(kind, event.envelope().position(), event.offset(), detail));
    }

    private void hear(Arrival.Word word) {
        NodeId speaker = word.speaker();
        if (speaker == null) {
            return;
        }
        LogPosition due = applied.position().next();
        if (!speaker.equals(applied.node())) {
            suspects.add(new Suspect(Suspect.Kind.FOREIGN, due, word.offset(), "a word in the name of " + speaker));
            return;
        }
        Trust trust = gate.check().check(word.written());
        if (trust != Trust.VALID) {
            suspects.add(new Suspect(Suspect.Kind.UNTRUSTED, due, word.offset(), "a word: " + trust));
            return;
        }
        if (word.control() instanceof Control.Head head) {
            announced = head;
        } else if (word.control() instanceof Control.TailWanted wanted) {
            tailWanted = wanted;
        } else {
            hello = word;
        }
    }

    /** The last event that may be applied. */
    public LogHead head() {
        return applied;
    }

    /** What may be applied, in its order. */
    public List<Accepted> accepted() {
        return accepted;
    }

    public List<Envelope> envelopes() {
        return accepted.stream().map(Accepted::envelope).toList();
    }

    /** Where the accepted events leave what was applied before them; nearly always nowhere. */
    public List<Branch> branches() {
        return branches;
    }

    /** What waits for a signed head, to be judged again before the records of the next turn. */
    public List<Arrival.Event> waiting() {
        return tail.waiting();
    }

    public List<Suspect> suspects() {
        return suspects;
    }

    public int repeats() {
        return repeats;
    }

    /** The last head that the village announced, null when it announced none. */
    public Control.Head announced() {
        return announced;
    }

    /** The last hello of the sender, null when it said none. */
    public Arrival.Word hello() {
        return hello;
    }

    /** What the sender lost and wants back, null when it asked for nothing. */
    public Control.TailWanted tailWanted() {
        return tailWanted;
    }

    /** Whether the sender must be asked to send again what follows the head. */
    public boolean asksAgain() {
        boolean stillLacking = lacking && (beyond == null || beyond.compareTo(applied.position()) > 0);
        return stillLacking
                || suspects.stream().anyMatch(suspect -> suspect.kind().asksForCopy());
    }

    /** The last event that is missing before what has arrived, null when nothing is known to be missing. */
    public Long gapTo(Long gapToBefore) {
        LogPosition end = applied.position();
        Long gapTo = epochBefore == end.epoch() ? gapToBefore : null;
        if (beyond != null && beyond.epoch() == end.epoch()) {
            gapTo = beyond.sequence() - 1;
        }
        return gapTo == null || gapTo <= end.sequence() ? null : gapTo;
    }
}
