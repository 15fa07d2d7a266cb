package id.smartkampung.deploy.senders;

import id.smartkampung.deploy.history.History;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * The log of a made-up village: its history as events of the real protocol. They are the same bytes whenever they are made,
 * salts and ids with them, so that a feed that was cut off can begin again anywhere and the district finds repeats, not a
 * fork.
 */
public final class HistoryLog {

    /** As the relay of a village sends them. */
    private static final int BATCH = 500;

    private final NodeId node;
    private final NodeKey key;
    private final byte[] seed;

    /** @param key signs the heads of batches; another one next time changes no event */
    public HistoryLog(NodeId node, NodeKey key, long seed) {
        this.node = node;
        this.key = key;
        this.seed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /**
     * Sends everything behind a position of the first epoch, and returns when the broker has it.
     *
     * @param after sequence of the last event that need not be sent, 0 for none
     * @param sent is told of the sequence of each event that was handed over
     * @return the end of the log
     */
    public LogHead send(History history, long after, LogFeeder feeder, LongConsumer sent) {
        LogHead head = LogHead.start(node);
        Iterator<Envelope> envelopes = envelopes(history, head);
        while (envelopes.hasNext()) {
            Envelope next = envelopes.next();
            head = next.head();
            long sequence = next.position().sequence();
            if (sequence <= after) {
                continue;
            }
            if (sequence % BATCH == 0 || !envelopes.hasNext()) {
                feeder.send(next, key);
            } else {
                feeder.send(next);
            }
            sent.accept(sequence);
        }
        feeder.flush();
        return head;
    }

    /** All events of a history, numbered and chained to the end of the log as it is. */
    public Iterator<Envelope> envelopes(History history, LogHead end) {
        Iterator<History.Recorded> events = history.events().iterator();
        return new Iterator<>() {

            private LogHead head = end;

            @Override
            public boolean hasNext() {
                return events.hasNext();
            }

            @Override
            public Envelope next() {
                History.Recorded recorded = events.next();
                Envelope envelope = envelope(head, recorded.at(), recorded.event());
                head = envelope.head();
                return envelope;
            }
        };
    }

    /** The event that follows the end of the log. */
    public Envelope envelope(LogHead before, Instant at, VillageEvent event) {
        byte[] drawn = Hash.sha256(
                        seed,
                        node.value().getBytes(StandardCharsets.UTF_8),
                        ByteBuffer.allocate(Long.BYTES)
                                .putLong(before.position().next().sequence())
                                .array())
                .bytes();
        byte[] salt = Arrays.copyOf(drawn, Envelope.SALT_LENGTH);
        byte[] data = EventJson.write(event);
        return new Envelope(
                node,
                before.position().next(),
                id(at, ByteBuffer.wrap(drawn, Envelope.SALT_LENGTH, Envelope.SALT_LENGTH)),
                EventType.of(event).wireName(),
                event.subject().toString(),
                at,
                before.hash(),
                Hash.sha256(salt, data),
                salt,
                data);
    }

    /** By time, as villages give them (RFC 9562, version 7). */
    private static UUID id(Instant at, ByteBuffer drawn) {
        long high = at.toEpochMilli() << 16 | 0x7000L | (drawn.getLong() & 0x0FFFL);
        long low = (drawn.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
