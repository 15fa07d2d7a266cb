package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Suspect;
import id.smartkampung.model.simulation.HubDisk.Shelf;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Knows what people did, from themselves and not from the log, and holds everything else against it. */
final class Oracle {

    private final Map<NodeId, List<Op>> done = new TreeMap<>();
    private final Map<Long, Integer> order = new HashMap<>();
    /** Done after the moment to which a database was set back: lost, unless the district has it. */
    private final Set<Long> atRisk = new HashSet<>();

    private final Map<NodeId, Set<Hash>> everApplied = new HashMap<>();
    private final Map<NodeId, Set<Suspect.Kind>> named = new HashMap<>();
    private final Set<NodeId> twoMachines = new HashSet<>();

    /** Something that must never be. */
    static final class Violation extends AssertionError {
        private static final long serialVersionUID = 1L;

        Violation(String what) {
            super(what);
        }
    }

    void done(NodeId node, Op op) {
        order.put(op.id(), order.size());
        done.computeIfAbsent(node, it -> new ArrayList<>()).add(op);
    }

    /** The village goes on with this database. */
    void goesOnWith(VillageDisk disk) {
        Set<Long> kept = new HashSet<>();
        disk.log.forEach(event -> kept.add(Op.read(event.data()).id()));
        for (Op op : done.getOrDefault(disk.node, List.of())) {
            if (!kept.contains(op.id())) {
                atRisk.add(op.id());
            }
        }
    }

    void applied(NodeId node, Envelope event, boolean before) {
        if (before) {
            throw new Violation("applied twice: " + event.position());
        }
        if (Op.read(event.data()).id() < 0) {
            throw new Violation("a forged event was applied at " + event.position());
        }
        everApplied.computeIfAbsent(node, it -> new HashSet<>()).add(event.hash());
    }

    void replaced(NodeId node, HubDisk.Row shown, HubDisk.Row row) {
        if (shown == null) {
            return;
        }
        if (shown.position().compareTo(row.position()) >= 0) {
            throw new Violation("an older state replaced a newer one at " + row.position());
        }
        // Of two machines that work at once, neither is later than the other.
        boolean bothStand = !twoMachines.contains(node)
                && !atRisk.contains(shown.op().id())
                && !atRisk.contains(row.op().id());
        if (bothStand && order.get(shown.op().id()) >= order.get(row.op().id())) {
            throw new Violation("what was done later was replaced by what was done before, at " + row.position());
        }
    }

    void acknowledged(LogHead head) {
        if (head.position().sequence() > 0
                && !everApplied.getOrDefault(head.node(), Set.of()).contains(head.hash())) {
            throw new Violation("acknowledged and never applied: " + head.position());
        }
    }

    void suspected(NodeId node, Suspect suspect) {
        named.computeIfAbsent(node, it -> EnumSet.noneOf(Suspect.Kind.class)).add(suspect.kind());
    }

    /** From now on two machines work as one village. */
    void cloned(NodeId node) {
        twoMachines.add(node);
    }

    Set<Suspect.Kind> named(NodeId node) {
        return named.getOrDefault(node, Set.of());
    }

    /** After everything is healed, village and hub must be equal, and be what was done. */
    void check(VillageDisk village, Shelf hub) {
        if (!village.head().equals(hub.applied)) {
            throw new Violation(
                    "the village ends at " + village.head().position() + ", the hub at " + hub.applied.position());
        }
        Map<String, Op> atHub = new TreeMap<>();
        hub.rows.forEach((subject, row) -> atHub.put(subject, row.op()));
        List<Op> history =
                hub.lineage(0).stream().map(event -> Op.read(event.data())).toList();
        checkOnceAndInOrder(village.node, history);
        // What a second machine sent while the first parted from it stays in rows until a checkpoint finds it: the
        // proof is not simulated.
        if (!twoMachines.contains(village.node)) {
            if (!village.rows.equals(atHub)) {
                throw new Violation("rows differ: village " + village.rows + ", hub " + atHub);
            }
            checkRows(atHub, history);
        }
        checkNothingLost(village.node, hub, history);
    }

    private void checkOnceAndInOrder(NodeId node, List<Op> history) {
        Set<Long> seen = new HashSet<>();
        int last = -1;
        for (Op op : history) {
            if (!seen.add(op.id())) {
                throw new Violation("twice in the log: " + op);
            }
            if (!atRisk.contains(op.id()) && !twoMachines.contains(node)) {
                if (order.get(op.id()) < last) {
                    throw new Violation("out of order: " + op);
                }
                last = order.get(op.id());
            }
        }
        for (Op op : done.getOrDefault(node, List.of())) {
            if (!atRisk.contains(op.id()) && !seen.contains(op.id())) {
                throw new Violation("lost: " + op);
            }
        }
    }

    private static void checkRows(Map<String, Op> rows, List<Op> history) {
        Map<String, Op> folded = new TreeMap<>();
        lastOf(history).forEach((subject, op) -> {
            if (!op.removal() && !op.isKeyChange()) {
                folded.put(subject, op);
            }
        });
        if (!rows.equals(folded)) {
            throw new Violation("rows are not what the log says: " + rows + ", log " + folded);
        }
    }

    /** What reached the district holds, or something that was done later to the same subject. */
    private void checkNothingLost(NodeId node, Shelf hub, List<Op> history) {
        Set<Long> reached = new HashSet<>();
        hub.received.values().forEach(event -> reached.add(Op.read(event.data()).id()));
        List<Op> standing = done.getOrDefault(node, List.of()).stream()
                .filter(op -> !atRisk.contains(op.id()) || reached.contains(op.id()))
                .toList();
        Map<String, Op> end = lastOf(history);
        lastOf(standing).forEach((subject, op) -> {
            Op found = end.get(subject);
            boolean later = found != null && order.get(found.id()) >= order.get(op.id());
            // Of two that worked at once, the one that a person picked holds.
            boolean picked = twoMachines.contains(node) && found != null && !atRisk.contains(found.id());
            if (!later && !picked && !op.isKeyChange()) {
                throw new Violation("reached the district and holds no more: " + op + ", instead " + found);
            }
        });
    }

    private static Map<String, Op> lastOf(List<Op> ops) {
        Map<String, Op> last = new LinkedHashMap<>();
        ops.forEach(op -> last.put(op.subject(), op));
        return last;
    }
}
