package id.smartkampung.district.inbox;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a turn's records of one village come to, judged one after the other against its cursor. Writes nothing. */
final class Judgement {

    /** An event that continues the log, with its hash. */
    record Accepted(Envelope envelope, Hash hash) {}

    private final Map<LogPosition, Hash> known;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private LogHead head;
    private Control.Head announced;
    private Long beyond;
    private int repeats;

    private Judgement(LogHead head, Map<LogPosition, Hash> known) {
        this.head = head;
        this.known = new HashMap<>(known);
    }

    /**
     * Judges records in the order of the topic.
     *
     * @param known hashes that were applied at the positions that the records repeat, as far as they are kept
     */
    static Judgement of(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known) {
        Judgement judgement = new Judgement(applied, known);
        for (Arrival arrival : arrivals) {
            judgement.judge(arrival);
        }
        return judgement;
    }

    private void judge(Arrival arrival) {
        if (arrival instanceof Arrival.Event event) {
            judge(event.offset(), event.envelope());
        } else if (arrival instanceof Arrival.Word word) {
            hear(word.offset(), word.control());
        } else if (arrival instanceof Arrival.Malformed malformed) {
            suspects.add(new Suspect(
                    Suspect.Kind.MALFORMED, head.position().next(), malformed.offset(), malformed.reason()));
        }
    }

    private void judge(long offset, Envelope event) {
        Verdict verdict = Receiver.judge(head, event, position -> Optional.ofNullable(known.get(position)));
        switch (verdict) {
            case ACCEPT -> accept(event);
            case REPEAT -> repeats++;
            case GAP -> seeBeyond(event.position());
            case FORK -> suspect(Suspect.Kind.FORK, offset, event, "another history of this log");
            case FOREIGN -> suspect(Suspect.Kind.FOREIGN, offset, event, "written in the name of " + event.node());
            case CORRUPT -> suspect(Suspect.Kind.CORRUPT, offset, event, "its data is not what its header promises");
        }
    }

    private void accept(Envelope event) {
        head = event.head();
        accepted.add(new Accepted(event, head.hash()));
        known.put(head.position(), head.hash());
    }

    private void seeBeyond(LogPosition position) {
        if (position.epoch() == head.position().epoch()) {
            beyond = beyond == null ? position.sequence() : Math.min(beyond, position.sequence());
        }
    }

    private void suspect(Suspect.Kind kind, long offset, Envelope event, String detail) {
        suspects.add(new Suspect(kind, event.position(), offset, detail));
    }

    private void hear(long offset, Control control) {
        if (!(control instanceof Control.Head word) || word.epoch() < 1 || word.sequence() < 0) {
            return;
        }
        if (!word.node().equals(head.node())) {
            suspects.add(new Suspect(
                    Suspect.Kind.FOREIGN, head.position().next(), offset, "a head in the name of " + word.node()));
            return;
        }
        announced = word;
    }

    LogHead head() {
        return head;
    }

    List<Accepted> accepted() {
        return accepted;
    }

    List<Envelope> envelopes() {
        return accepted.stream().map(Accepted::envelope).toList();
    }

    List<Suspect> suspects() {
        return suspects;
    }

    int repeats() {
        return repeats;
    }

    /** The last head that the village announced, null when it announced none. */
    Control.Head announced() {
        return announced;
    }

    /** The last event that is missing before what has arrived, null when nothing is known to be missing. */
    Long gapTo(Long gapToBefore) {
        Long gapTo = beyond == null ? gapToBefore : Long.valueOf(beyond - 1);
        return gapTo == null || gapTo <= head.position().sequence() ? null : gapTo;
    }
}
