package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of a log as a receiver sees it: what is applied, and behind it the events that wait for a signed head. */
final class Tail {

    /** An event in its place, not yet covered by a signed head. */
    record Waiting(Arrival.Event event, LogHead head) {}

    private final Map<LogPosition, Hash> known;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private LogHead head;
    private long bytes;

    Tail(LogHead applied, Map<LogPosition, Hash> known) {
        this.head = applied;
        this.known = new HashMap<>(known);
        this.known.put(applied.position(), applied.hash());
    }

    LogHead head() {
        return head;
    }

    Optional<Hash> hashAt(LogPosition position) {
        return Optional.ofNullable(known.get(position));
    }

    /** Says whether events that waited had to give way, since the new one is of an epoch that left them. */
    boolean add(Arrival.Event event, LogHead next) {
        boolean left = false;
        while (!waiting.isEmpty()
                && waiting.getLast().head().position().sequence()
                        >= next.position().sequence()) {
            forget(waiting.removeLast());
            left = true;
        }
        waiting.add(new Waiting(event, next));
        bytes += event.envelope().data().length;
        known.put(next.position(), next.hash());
        head = next;
        return left;
    }

    /** Whether what stands at this position, or would stand there, is not yet applied but waits. */
    boolean waitsAt(LogPosition position) {
        return !waiting.isEmpty()
                && position.compareTo(waiting.getFirst().head().position()) >= 0;
    }

    boolean exceeds(Gate gate) {
        return waiting.size() > gate.maxEvents() || bytes > gate.maxBytes();
    }

    /** The events up to this one, which no longer wait. */
    List<Waiting> release(LogPosition to) {
        List<Waiting> released = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.getFirst().head().position().compareTo(to) <= 0) {
            Waiting first = waiting.removeFirst();
            bytes -= first.event().envelope().data().length;
            released.add(first);
        }
        return released;
    }

    /** Forgets what waits. */
    void letGo(LogHead applied) {
        waiting.forEach(this::forget);
        waiting.clear();
        head = applied;
    }

    private void forget(Waiting dropped) {
        known.remove(dropped.head().position());
        bytes -= dropped.event().envelope().data().length;
    }

    List<Arrival.Event> waiting() {
        return waiting.stream().map(Waiting::event).toList();
    }
}
