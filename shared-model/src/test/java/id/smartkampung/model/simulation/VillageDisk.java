package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.OwnLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The database of a village: what outlives a crash, and what a restore brings back. */
final class VillageDisk implements OwnLog {

    private static final Instant START = Instant.parse("2026-06-30T01:02:03Z");

    final NodeId node;
    final List<Envelope> log = new ArrayList<>();
    final Map<String, Op> rows = new TreeMap<>();
    LogPosition sent = LogPosition.START;
    LogPosition acked = LogPosition.START;
    String downTopic;
    long downOffset;

    VillageDisk(NodeId node) {
        this.node = node;
    }

    VillageDisk copy() {
        VillageDisk copy = new VillageDisk(node);
        copy.log.addAll(log);
        copy.rows.putAll(rows);
        copy.sent = sent;
        copy.acked = acked;
        copy.downTopic = downTopic;
        copy.downOffset = downOffset;
        return copy;
    }

    /** Rows and events of one transaction. */
    void commit(World world, Op op) {
        append(world, head(), op);
    }

    private void append(World world, LogHead after, Op op) {
        byte[] salt = new byte[Envelope.SALT_LENGTH];
        byte[] data = op.write();
        log.add(new Envelope(
                node,
                after.position().next(),
                new UUID(world.bits(), op.id()),
                op.removal() ? "resident-removed.v1" : "resident-recorded.v1",
                op.subject(),
                START.plusMillis(world.now()),
                after.hash(),
                Hash.sha256(salt, data),
                salt,
                data));
        show(op);
    }

    /** Takes over the tail of a log that is ours and was lost. */
    void take(Envelope event) {
        log.add(event);
        show(Op.read(event.data()));
    }

    private void show(Op op) {
        if (op.isKeyChange()) {
            return;
        }
        if (op.removal()) {
            rows.remove(op.subject());
        } else {
            rows.put(op.subject(), op);
        }
    }

    /** Goes on in a new epoch after the common event. */
    void fork(World world, LogHead common, int epoch, List<Envelope> renumbered, List<Envelope> takenOver) {
        log.subList((int) common.position().sequence(), log.size()).clear();
        log.addAll(renumbered);
        LogHead start =
                new LogHead(node, new LogPosition(epoch, common.position().sequence()), common.hash());
        for (Envelope event : takenOver) {
            append(world, renumbered.isEmpty() && head().equals(common) ? start : head(), Op.read(event.data()));
        }
        sent = common.position();
        acked = common.position();
    }

    /** Takes over what only the district has of us. */
    void tellAnew(World world, List<Envelope> events) {
        events.forEach(event -> commit(world, Op.read(event.data())));
    }

    boolean toldSince(String subject, int epoch) {
        return log.stream()
                .anyMatch(event ->
                        event.position().epoch() > epoch && event.subject().equals(subject));
    }

    List<Envelope> after(LogPosition position, int most) {
        int from = (int) position.sequence();
        return log.subList(Math.min(from, log.size()), Math.min(from + most, log.size()));
    }

    /** Each key signs what follows the event that announced it. */
    String keyAt(LogPosition position) {
        for (int i = (int) position.sequence() - 2; i >= 0; i--) {
            Op op = Op.read(log.get(i).data());
            if (op.isKeyChange()) {
                return op.newKey();
            }
        }
        return Simulation.FIRST_KEY;
    }

    LogHead at(long sequence) {
        return sequence == 0 ? LogHead.start(node) : log.get((int) sequence - 1).head();
    }

    @Override
    public LogHead head() {
        return at(log.size());
    }

    @Override
    public Optional<Hash> hashAt(LogPosition position) {
        if (position.equals(LogPosition.START)) {
            return Optional.of(Hash.ZERO);
        }
        if (position.sequence() == 0 || position.sequence() > log.size()) {
            return Optional.empty();
        }
        Envelope event = log.get((int) position.sequence() - 1);
        return event.position().equals(position) ? Optional.of(event.hash()) : Optional.empty();
    }

    @Override
    public LogPosition endOf(int epoch) {
        for (int i = log.size() - 1; i >= 0; i--) {
            if (log.get(i).position().epoch() <= epoch) {
                return log.get(i).position();
            }
        }
        return LogPosition.START;
    }
}
