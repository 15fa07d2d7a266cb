package id.smartkampung.deploy.senders;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events of simulated villages into their topics, as the relay of a village does. */
public final class LogFeeder implements AutoCloseable {

    /** As the relay of a village sends them. */
    private static final int BATCH = 500;

    /** The version that the program of a simulated village says it has. */
    private static final String PROGRAM = "1.0.0";

    private final KafkaProducer<byte[], byte[]> producer;

    /** The first send that failed; a lost event would make every figure worthless. */
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param broker how it is reached by somebody who may write to every topic */
    public LogFeeder(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "compression.type", "zstd",
                "linger.ms", "5",
                "batch.size", "262144"));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Lets the villages live in turn for so many events between them, and returns when the broker has them all. */
    public void feed(List<SimulatedVillage> villages, int events) {
        for (int event = 0; event < events; event++) {
            send(next(villages, event, events));
        }
        flush();
    }

    /**
     * Lets them live without a line, each as much as the others: what they will send is returned, in turns of a batch
     * each, since a relay signs the end of a batch and sends the next when the broker has it.
     */
    public static List<ProducerRecord<byte[], byte[]>> withoutLine(List<SimulatedVillage> villages, int events) {
        int count = villages.size();
        // Each log is a chain of its own, and making a million events takes minutes on one core.
        List<List<List<ProducerRecord<byte[], byte[]>>>> logs = IntStream.range(0, count)
                .parallel()
                .mapToObj(which -> batches(villages, which, events))
                .toList();
        int most = logs.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(turn -> logs.stream().filter(log -> turn < log.size()).map(log -> log.get(turn)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<List<ProducerRecord<byte[], byte[]>>> batches(
            List<SimulatedVillage> villages, int which, int events) {
        List<List<ProducerRecord<byte[], byte[]>>> batches = new ArrayList<>(List.of(new ArrayList<>()));
        for (int event = which; event < events; event += villages.size()) {
            batches.get(batches.size() - 1).add(next(villages, event, events));
            if (villages.get(which).sequence() % BATCH == 0) {
                batches.add(new ArrayList<>());
            }
        }
        return batches;
    }

    private static ProducerRecord<byte[], byte[]> next(List<SimulatedVillage> villages, int event, int events) {
        SimulatedVillage village = villages.get(event % villages.size());
        Envelope next = village.next();
        boolean endsBatch = village.sequence() % BATCH == 0 || event >= events - villages.size();
        return endsBatch ? record(next, village.key()) : record(next);
    }

    /** The line is back: everything goes out as fast as the broker takes it. */
    public void sendAll(List<ProducerRecord<byte[], byte[]>> waiting) {
        waiting.forEach(this::send);
        flush();
    }

    void send(Envelope envelope) {
        send(record(envelope));
    }

    /** The last event of a batch: its head is signed. */
    public void send(Envelope envelope, NodeKey key) {
        send(record(envelope, key));
    }

    /** The village is back and asks what the hub has of it; nothing was lost there. */
    public void announceHello(SimulatedVillage village, Instant at) {
        NodeId node = village.node();
        announce(
                village,
                new Control.Hello(
                        node,
                        "nonce-" + node,
                        List.of(Control.Place.of(LogHead.start(node))),
                        "session-" + node,
                        "machine-" + node,
                        at,
                        PROGRAM));
    }

    /** The village says how far its log goes. */
    public void announceHead(SimulatedVillage village, Instant at) {
        LogHead head = village.head();
        announce(
                village,
                new Control.Head(
                        head.node(),
                        head.position().epoch(),
                        head.position().sequence(),
                        head.hash().hex(),
                        at,
                        PROGRAM));
    }

    /** A word of the village besides its log, signed; the broker has it afterwards. */
    private void announce(SimulatedVillage village, Control word) {
        NodeKey key = village.key();
        byte[] body = Control.write(word);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.up(village.node()), body);
        record.headers()
                .add(Control.HEADER, word.kind().getBytes(StandardCharsets.US_ASCII))
                .add(Control.SIGNATURE, key.sign(word.kind(), body).getBytes(StandardCharsets.US_ASCII))
                .add(Control.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        send(record);
        flush();
    }

    private static ProducerRecord<byte[], byte[]> record(Envelope envelope, NodeKey key) {
        ProducerRecord<byte[], byte[]> last = record(envelope);
        last.headers()
                .add(Attributes.SIGNATURE, key.sign(envelope.head()).getBytes(StandardCharsets.US_ASCII))
                .add(Attributes.KEY_ID, key.id().getBytes(StandardCharsets.US_ASCII));
        return last;
    }

    private static ProducerRecord<byte[], byte[]> record(Envelope envelope) {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                Topics.up(envelope.node()), envelope.subject().getBytes(StandardCharsets.UTF_8), envelope.data());
        Attributes.write(envelope).forEach((name, value) -> event.headers().add(name, value));
        return event;
    }

    private void send(ProducerRecord<byte[], byte[]> event) {
        // What fails comes to the callback.
        Future<RecordMetadata> unused = producer.send(event, (written, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Returns when the broker has everything that was sent. */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("an event was not taken by the broker", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
