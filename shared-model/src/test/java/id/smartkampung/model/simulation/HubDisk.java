package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Guest;
import id.smartkampung.model.protocol.Judgement.Branch;
import id.smartkampung.model.protocol.Suspect;
import id.smartkampung.model.protocol.Untold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The database of the hub: what outlives a crash, and what a restore brings back. */
final class HubDisk {

    final Map<NodeId, Shelf> shelves = new TreeMap<>();

    /** A row with the guard that keeps older states from it. */
    record Row(Op op, LogPosition position) {}

    /** What the hub holds of one village. */
    static final class Shelf {
        LogHead applied;
        LogPosition announced;
        Long gapTo;
        boolean frozen;
        String topic;
        long offset;
        Guest guest = Guest.UNKNOWN;
        Keyring keys;
        Untold untold = Untold.NOTHING;
        final Map<LogPosition, Envelope> received = new TreeMap<>();
        final Map<String, Row> rows = new TreeMap<>();
        final Map<String, Row> removed = new TreeMap<>();
        final Map<Trouble, Seen> incidents = new HashMap<>();

        Shelf(NodeId node, String firstKey) {
            applied = LogHead.start(node);
            keys = new Keyring(firstKey);
            keys.revokeAfter(LogPosition.START, Forger.STOLEN_KEY);
        }

        private Shelf(Shelf other) {
            applied = other.applied;
            announced = other.announced;
            gapTo = other.gapTo;
            frozen = other.frozen;
            topic = other.topic;
            offset = other.offset;
            guest = other.guest;
            keys = other.keys.copy();
            untold = other.untold;
            received.putAll(other.received);
            rows.putAll(other.rows);
            removed.putAll(other.removed);
            incidents.putAll(other.incidents);
        }

        Optional<Hash> hashAt(LogPosition position) {
            return Optional.ofNullable(received.get(position)).map(Envelope::hash);
        }

        /** The hashes that are asked for; all that are kept would be right too, and slow. */
        Map<LogPosition, Hash> known(List<Arrival> arrivals) {
            Map<LogPosition, Hash> known = new HashMap<>();
            for (Arrival arrival : arrivals) {
                if (arrival instanceof Arrival.Event event) {
                    LogPosition position = event.envelope().position();
                    for (int epoch = 1; epoch <= applied.position().epoch(); epoch++) {
                        for (long sequence = Math.max(1, position.sequence() - 1);
                                sequence <= position.sequence();
                                sequence++) {
                            LogPosition at = new LogPosition(epoch, sequence);
                            hashAt(at).ifPresent(hash -> known.put(at, hash));
                        }
                    }
                }
            }
            return known;
        }

        /** Brings an event into the rows, unless they show something newer. */
        void project(Envelope event, Parts parts, Oracle oracle) {
            Op op = Op.read(event.data());
            if (op.isKeyChange()) {
                return;
            }
            Row row = new Row(op, event.position());
            Row shown = rows.get(op.subject());
            Row gone = removed.get(op.subject());
            boolean newest = (shown == null || parts.replaces(shown, event.position(), op))
                    && (gone == null || gone.position().compareTo(event.position()) < 0);
            if (!newest) {
                return;
            }
            if (op.removal()) {
                rows.remove(op.subject());
                removed.put(op.subject(), row);
            } else {
                oracle.replaced(event.node(), shown, row);
                rows.put(op.subject(), row);
            }
        }

        /** What was applied about rows of a history that a branch leaves. */
        List<Untold.Told> behind(Branch branch) {
            Map<Long, Untold.Told> bySequence = new TreeMap<>();
            received.forEach((position, event) -> {
                LogPosition left = branch.left().position();
                if (position.sequence() > branch.common()
                        && position.sequence() <= left.sequence()
                        && position.epoch() <= left.epoch()
                        && !Op.isKeyChange(event.subject())) {
                    bySequence.put(position.sequence(), new Untold.Told(event.subject(), position));
                }
            });
            return new ArrayList<>(bySequence.values());
        }

        /** What only we have, in the order of the positions. */
        List<Envelope> untold() {
            return untold.places().values().stream().sorted().map(received::get).toList();
        }

        /** The events of the history that holds, behind a sequence: of each sequence that of the highest epoch. */
        List<Envelope> lineage(long after) {
            Map<Long, Envelope> bySequence = new TreeMap<>();
            received.forEach((position, event) -> {
                if (position.sequence() > after
                        && position.sequence() <= applied.position().sequence()) {
                    bySequence.put(position.sequence(), event);
                }
            });
            return new ArrayList<>(bySequence.values());
        }

        /** Records an incident; says how often it came. */
        int record(Suspect suspect) {
            Trouble trouble = new Trouble(suspect.kind(), suspect.position());
            Seen before = incidents.getOrDefault(trouble, new Seen(0, -1));
            if (before.offset() >= suspect.offset()) {
                return 0;
            }
            incidents.put(trouble, new Seen(before.times() + 1, suspect.offset()));
            return before.times() + 1;
        }
    }

    /** What tells one trouble from another. */
    record Trouble(Suspect.Kind kind, LogPosition position) {}

    /** How often it came, and where it lay the last time. */
    record Seen(int times, long offset) {}

    HubDisk copy() {
        HubDisk copy = new HubDisk();
        shelves.forEach((node, shelf) -> copy.shelves.put(node, new Shelf(shelf)));
        return copy;
    }
}
