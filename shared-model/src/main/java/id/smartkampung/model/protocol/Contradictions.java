package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one turn that contradict what was applied of the log.
 *
 * <p>Nothing follows from such an event alone, since whoever reaches the topic could have written it: it is {@link
 * Suspect.Kind#UNTRUSTED}. Only when a head that the owner of the log signed stands on its chain, the owner has two
 * histories, and all that this head covers is {@link Suspect.Kind#FORK}.
 */
final class Contradictions {

    private final HeadCheck check;
    private final Map<Hash, Arrival.Event> unproven = new LinkedHashMap<>();

    Contradictions(HeadCheck check) {
        this.check = check;
    }

    /** Whether this event goes on where one that contradicts ends. */
    boolean areContinuedBy(Envelope event) {
        Arrival.Event before = unproven.get(event.prevHash());
        return before != null
                && event.position().equals(before.envelope().position().next());
    }

    /** Takes one more; says what is known by it. */
    List<Suspect> add(Arrival.Event event) {
        LogHead head = event.envelope().head();
        Trust trust = check.check(head, event.signature());
        if (trust == Trust.UNSIGNED) {
            unproven.putIfAbsent(head.hash(), event);
            return List.of();
        }
        return trust == Trust.VALID ? forked(event, head) : List.of(untrusted(event, trust.name()));
    }

    /** The head that the owner signed, and what it covers of what came before it. */
    private List<Suspect> forked(Arrival.Event last, LogHead head) {
        unproven.remove(head.hash());
        List<Suspect> history = new ArrayList<>();
        for (Arrival.Event event = last;
                event != null;
                event = unproven.remove(event.envelope().prevHash())) {
            history.add(new Suspect(
                    Suspect.Kind.FORK,
                    event.envelope().position(),
                    event.offset(),
                    "another history of this log",
                    true));
        }
        return history;
    }

    /** Those that no head of the owner has covered to the end of the turn. */
    List<Suspect> unproven() {
        return unproven.values().stream()
                .map(event -> untrusted(event, "contradicts what was applied, and nobody signed it"))
                .toList();
    }

    private static Suspect untrusted(Arrival.Event event, String detail) {
        return new Suspect(Suspect.Kind.UNTRUSTED, event.envelope().position(), event.offset(), detail);
    }
}
