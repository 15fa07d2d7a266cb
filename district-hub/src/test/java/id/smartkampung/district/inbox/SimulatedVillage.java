package id.smartkampung.district.inbox;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A village that keeps its log as the real one does, with a hand of its own for each mistake a line can make. */
final class SimulatedVillage {

    private static final Instant FIRST = Instant.parse("2026-11-21T01:30:00Z");

    private final NodeId node;
    private final NodeKey key = NodeKey.generate();
    private final List<Envelope> log = new ArrayList<>();
    private LogHead head;
    private long offset;

    SimulatedVillage(NodeId node) {
        this.node = node;
        this.head = LogHead.start(node);
    }

    NodeId node() {
        return node;
    }

    NodeKey key() {
        return key;
    }

    LogHead head() {
        return head;
    }

    /** The event of a sequence, beginning with 1. */
    Envelope event(int sequence) {
        return log.get(sequence - 1);
    }

    /** All events, or those from a sequence on. */
    List<Envelope> eventsFrom(int sequence) {
        return List.copyOf(log.subList(sequence - 1, log.size()));
    }

    SimulatedVillage records(VillageEvent... events) {
        for (VillageEvent event : events) {
            append(EventType.of(event).wireName(), event.subject().toString(), EventJson.write(event));
        }
        return this;
    }

    /** Appends whatever bytes as the next event. */
    Envelope append(String type, String subject, String data) {
        return append(type, subject, data.getBytes(StandardCharsets.UTF_8));
    }

    private Envelope append(String type, String subject, byte[] data) {
        Envelope envelope = Envelope.next(head, type, subject, FIRST.plusSeconds(log.size()), data);
        log.add(envelope);
        head = envelope.head();
        return envelope;
    }

    /** It was set back and worked on: its log goes on after a sequence in a newer epoch. */
    SimulatedVillage goesOnAfter(int sequence, int epoch) {
        log.subList(sequence, log.size()).clear();
        Hash hash = sequence == 0 ? Hash.ZERO : event(sequence).head().hash();
        head = new LogHead(node, new LogPosition(epoch, sequence), hash);
        return this;
    }

    /** Another event that claims to continue the log after a sequence: a history of its own. */
    Envelope forkAfter(int sequence, VillageEvent event) {
        LogHead before = sequence == 0 ? LogHead.start(node) : event(sequence).head();
        return Envelope.next(
                before,
                EventType.of(event).wireName(),
                event.subject().toString(),
                FIRST.plusSeconds(7),
                EventJson.write(event));
    }

    /** The event with a bit of its data flipped on the way. */
    static Envelope damaged(Envelope event) {
        byte[] data = event.data().clone();
        data[data.length / 2] ^= 1;
        return new Envelope(
                event.node(),
                event.position(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.prevHash(),
                event.dataHash(),
                event.salt(),
                data);
    }

    /** The event as it is sent after its payload was emptied. */
    static Envelope emptied(Envelope event) {
        return new Envelope(
                event.node(),
                event.position(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.prevHash(),
                event.dataHash(),
                event.salt(),
                new byte[0]);
    }

    /** The event of a sequence on a broken chain: its predecessor is another than ours. */
    Envelope unchained(int sequence) {
        Envelope event = event(sequence);
        return new Envelope(
                node,
                event.position(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                Hash.sha256(new byte[] {1}),
                event.dataHash(),
                event.salt(),
                event.data());
    }

    /** Events as they come out of the topic, at its next offsets, each with its head signed. */
    List<Arrival> arriving(Envelope... events) {
        return arriving(List.of(events));
    }

    List<Arrival> arriving(List<Envelope> events) {
        return arriving(events, key);
    }

    /** Events of which somebody signed the heads. */
    List<Arrival> arriving(List<Envelope> events, NodeKey signer) {
        return arrived(events.stream().map(event -> signed(event, signer)).toList());
    }

    /** An event whose head seems to be signed: the signature is of another one. */
    List<Arrival> arrivingWithSignatureOf(Envelope event, Envelope other) {
        ProducerRecord<byte[], byte[]> record = record(event);
        record.headers().add(Attributes.SIGNATURE, text(key.sign(other.head()))).add(Attributes.KEY_ID, text(key.id()));
        return arrived(List.of(record));
    }

    /** Events from within a batch, whose signed head comes later. */
    List<Arrival> arrivingUnsigned(List<Envelope> events) {
        return arrived(events.stream().map(this::record).toList());
    }

    private List<Arrival> arrived(List<ProducerRecord<byte[], byte[]>> records) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> sent : records) {
            arrivals.add(Records.arrival(new ConsumerRecord<>(
                    sent.topic(),
                    0,
                    offset++,
                    0L,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    sent.key(),
                    sent.value(),
                    sent.headers(),
                    Optional.empty())));
        }
        return arrivals;
    }

    List<Arrival> announcing(long sequence) {
        return announcing(sequence, key);
    }

    List<Arrival> announcing(long sequence, NodeKey signer) {
        return announcing(sequence, FIRST, signer);
    }

    /** A head with what the clock of the village says. */
    List<Arrival> announcing(long sequence, Instant at) {
        return announcing(sequence, at, key);
    }

    private List<Arrival> announcing(long sequence, Instant at, NodeKey signer) {
        Control.Head word = new Control.Head(node, 1, sequence, Hash.ZERO.hex(), at, "test");
        return arrived(List.of(signed(word, signer)));
    }

    /** The end of its log, and how far it has obeyed the log of commands. */
    List<Arrival> obeying(Control.Place obeyed) {
        Control.Head word = new Control.Head(
                node,
                head.position().epoch(),
                head.position().sequence(),
                head.hash().hex(),
                FIRST,
                "test",
                obeyed);
        return arrived(List.of(signed(word, key)));
    }

    /** Says hello from a machine, with all places of its log. */
    List<Arrival> greeting(String fingerprint) {
        List<Control.Place> places = new ArrayList<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            places.add(Control.Place.of(log.get(i).head()));
        }
        places.add(Control.Place.of(LogHead.start(node)));
        Control.Hello hello = new Control.Hello(node, "n" + offset, places, "session", fingerprint, FIRST, "test");
        return arrived(List.of(signed(hello, key)));
    }

    /** Asks for what it lost behind a place. */
    List<Arrival> wanting(LogHead after) {
        return arrived(List.of(signed(new Control.TailWanted(node, "n", Control.Place.of(after), FIRST), key)));
    }

    /** Asks for what it left behind a fork and has not told anew. */
    List<Arrival> wantingUntold(String after) {
        return arrived(List.of(signed(new Control.TailWanted(node, "n", Control.Place.of(head), FIRST, after), key)));
    }

    /** Something in the topic that is no event. */
    List<Arrival> garbage() {
        return List.of(new Arrival.Malformed(offset++, "attribute ce_id is missing or not of its form"));
    }

    ProducerRecord<byte[], byte[]> record(Envelope event) {
        RecordHeaders headers = new RecordHeaders();
        Attributes.write(event).forEach(headers::add);
        return new ProducerRecord<>(
                Topics.up(node), 0, event.subject().getBytes(StandardCharsets.UTF_8), event.data(), headers);
    }

    /** An event that ends its batch. */
    ProducerRecord<byte[], byte[]> signed(Envelope event) {
        return signed(event, key);
    }

    private ProducerRecord<byte[], byte[]> signed(Envelope event, NodeKey signer) {
        ProducerRecord<byte[], byte[]> record = record(event);
        record.headers()
                .add(Attributes.SIGNATURE, text(signer.sign(event.head())))
                .add(Attributes.KEY_ID, text(signer.id()));
        return record;
    }

    ProducerRecord<byte[], byte[]> headRecord() {
        Control.Head word = new Control.Head(
                node,
                head.position().epoch(),
                head.position().sequence(),
                head.hash().hex(),
                FIRST,
                "test");
        return signed(word, key);
    }

    private ProducerRecord<byte[], byte[]> signed(Control word, NodeKey signer) {
        byte[] body = Control.write(word);
        RecordHeaders headers = new RecordHeaders();
        headers.add(Control.HEADER, text(word.kind()));
        headers.add(Control.SIGNATURE, text(signer.sign(word.kind(), body)));
        headers.add(Control.KEY_ID, text(signer.id()));
        return new ProducerRecord<>(Topics.up(node), 0, (byte[]) null, body, headers);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
