package id.smartkampung.model.protocol;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log for tests: events of nothing in particular, each on the hash of the one before. */
final class TestLog implements OwnLog {

    static final NodeId NODE = new NodeId("35.10.01.2001");

    private static final Instant TIME = Instant.parse("2026-06-30T01:02:03.123456Z");

    private final List<Envelope> events = new ArrayList<>();

    private TestLog(List<Envelope> events) {
        this.events.addAll(events);
    }

    static TestLog ofLength(int length) {
        return new TestLog(List.of()).longer(length);
    }

    static Envelope after(LogHead head, String text) {
        return Envelope.next(head, "resident-recorded.v1", "resident/a", TIME, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same log as it was after a sequence. */
    TestLog backTo(long sequence) {
        return new TestLog(events.subList(0, (int) sequence));
    }

    /** This log with so many events more. */
    TestLog longer(int more) {
        TestLog longer = new TestLog(events);
        for (int i = 0; i < more; i++) {
            longer.events.add(after(longer.head(), "EVENT"));
        }
        return longer;
    }

    /** The same log as it was after a sequence, and so many events in this epoch. */
    TestLog forked(long common, int epoch, int more) {
        TestLog forked = backTo(common);
        LogHead head = forked.head();
        LogHead start = new LogHead(NODE, new LogPosition(epoch, common), head.hash());
        forked.events.add(after(start, "FIRST OF " + epoch));
        return forked.longer(more - 1);
    }

    Envelope event(long sequence) {
        return events.get((int) sequence - 1);
    }

    List<Envelope> events() {
        return events;
    }

    LogHead at(long sequence) {
        return sequence == 0 ? LogHead.start(NODE) : event(sequence).head();
    }

    @Override
    public LogHead head() {
        return at(events.size());
    }

    @Override
    public Optional<Hash> hashAt(LogPosition position) {
        if (position.equals(LogPosition.START)) {
            return Optional.of(Hash.ZERO);
        }
        return events.stream()
                .filter(event -> event.position().equals(position))
                .map(Envelope::hash)
                .findFirst();
    }

    @Override
    public LogPosition endOf(int epoch) {
        LogPosition end = LogPosition.START;
        for (Envelope event : events) {
            if (event.position().epoch() <= epoch) {
                end = event.position();
            }
        }
        return end;
    }
}
