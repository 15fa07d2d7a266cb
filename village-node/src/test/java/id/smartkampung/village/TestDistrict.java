package id.smartkampung.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.CarriedEvent;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.log.LogRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other end of the log, as the district sees it: what came up, and what it may say down. */
public final class TestDistrict implements AutoCloseable {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", System.getProperty("KAFKA_BOOTSTRAP_SERVERS"));

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final NodeKey KEY = NodeKey.generate();

    private final NodeId node;
    private final Supplier<Control.Place> acked;
    private final Consumer<String, byte[]> up;
    private final List<Envelope> events = new ArrayList<>();
    private final List<Control.Head> heads = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final List<Control.Hello> hellos = new ArrayList<>();
    private UnaryOperator<Control.Welcome> answer = welcome -> welcome;
    private List<Envelope> kept;
    private List<Envelope> untold = List.of();
    private int atOnce;

    private TestDistrict(NodeId node, Supplier<Control.Place> acked) {
        this.node = node;
        this.acked = acked;
        this.up = new KafkaConsumer<>(BROKER, new StringDeserializer(), new ByteArrayDeserializer());
        TopicPartition topic = new TopicPartition(Topics.up(node), 0);
        up.assign(List.of(topic));
        up.seekToEnd(List.of(topic));
        up.position(topic);
    }

    /** Makes the topics of a village if they are not there, and listens from now on. */
    public static TestDistrict of(NodeId node) {
        return of(node, LogRows::acked);
    }

    /**
     * For a village with a database of its own.
     *
     * @param acked what it says in answer to a hello, unless told otherwise
     */
    public static TestDistrict of(NodeId node, Supplier<Control.Place> acked) {
        try (Admin admin = Admin.create(BROKER)) {
            for (String topic : List.of(Topics.up(node), Topics.down(node))) {
                create(admin, topic);
            }
        }
        return new TestDistrict(node, acked);
    }

    /** With it the district signs what it says; the village must have it pinned. */
    public static VerifyKey key() {
        return KEY.verifyKey();
    }

    /** All events since it listens, in the order of their arrival. */
    public List<Envelope> events() {
        read();
        return List.copyOf(events);
    }

    public List<Control.Head> heads() {
        read();
        return List.copyOf(heads);
    }

    /** All hellos since it listens. Each is answered when it is read. */
    public List<Control.Hello> hellos() {
        read();
        return List.copyOf(hellos);
    }

    /** Answers otherwise than with what it has acknowledged; null is no answer at all. */
    public void answering(UnaryOperator<Control.Welcome> other) {
        answer = other;
    }

    /** It has these of a history that the village left, and says so. */
    public void offering(List<Envelope> events) {
        untold = List.copyOf(events);
    }

    /** How many it offers; null when there is nothing. */
    public Integer offered() {
        return untold.isEmpty() ? null : Integer.valueOf(untold.size());
    }

    /** Gives these back to who lost them, so many at once; until then it does not answer who asks. */
    public void givingBack(List<Envelope> events, int most) {
        kept = events;
        atOnce = most;
    }

    /** All records since it listens, as they came. */
    public List<ConsumerRecord<String, byte[]>> records() {
        read();
        return List.copyOf(records);
    }

    /** Waits until an event has arrived, perhaps again. */
    public void awaitArrived(long sequence) {
        awaitArrived(sequence, sequence);
    }

    /** Waits for a run of events, and gives them in the order of their arrival. */
    public List<Envelope> awaitArrived(long from, long to) {
        List<Long> wanted = LongStream.rangeClosed(from, to).boxed().toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events())
                        .extracting(event -> event.position().sequence())
                        .containsAll(wanted));
        return events.stream()
                .filter(event -> wanted.contains(event.position().sequence()))
                .toList();
    }

    public Envelope lastArrived() {
        read();
        return events.get(events.size() - 1);
    }

    /** Says that everything up to the end of the village's log is applied. */
    public void acknowledgeAll() {
        LogRows.Row last = LogRows.after(LogRows.head() - 1).get(0);
        acknowledge(last.sequence(), HexFormat.of().formatHex(last.hash()));
    }

    public void acknowledge(long sequence, String hash) {
        say(new Control.Ack(node, 1, sequence, hash, Instant.EPOCH));
    }

    public void misses(long sequence) {
        say(new Control.Nak(node, 1, sequence, Instant.EPOCH));
    }

    /** Asks something of the village in the log of commands. */
    public void ask(Envelope command) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.down(node), 0, node.value(), command.data());
        Attributes.write(command).forEach(record.headers()::add);
        record.headers()
                .add(Attributes.SIGNATURE, KEY.sign(command.head()).getBytes(StandardCharsets.UTF_8))
                .add(Attributes.KEY_ID, KEY.id().getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    public void say(Control control) {
        sayRaw(control.kind(), Control.write(control));
    }

    public void sayRaw(String kind, byte[] body) {
        sayRaw(KEY, kind, body);
    }

    /** Says something in the name of the district, signed by somebody. */
    public void sayRaw(NodeKey signer, String kind, byte[] body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.down(node), 0, node.value(), body);
        record.headers()
                .add(Control.HEADER, kind.getBytes(StandardCharsets.UTF_8))
                .add(Control.SIGNATURE, signer.sign(kind, body).getBytes(StandardCharsets.UTF_8))
                .add(Control.KEY_ID, signer.id().getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try (Producer<String, byte[]> down =
                new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer())) {
            down.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the district could not speak", e);
        }
    }

    @Override
    public void close() {
        up.close();
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : up.poll(Duration.ofMillis(50))) {
            records.add(record);
            try {
                Header control = record.headers().lastHeader(Control.HEADER);
                if (control == null) {
                    events.add(Attributes.read(name -> value(record, name), record.value()));
                } else {
                    hear(Control.read(new String(control.value(), StandardCharsets.UTF_8), record.value()));
                }
            } catch (EnvelopeFormatException e) {
                throw new AssertionError("record " + record.offset(), e);
            }
        }
    }

    private void hear(Control control) {
        if (control instanceof Control.Head head) {
            heads.add(head);
        } else if (control instanceof Control.Hello hello) {
            hellos.add(hello);
            Control.Place applied = acked.get();
            Control.Welcome welcome = answer.apply(new Control.Welcome(
                    node,
                    hello.nonce(),
                    applied,
                    applied,
                    false,
                    List.of(KEY.verifyKey().base64()),
                    Instant.EPOCH));
            if (welcome != null) {
                say(welcome);
            }
        } else if (control instanceof Control.TailWanted wanted && wanted.untoldAfter() != null) {
            List<CarriedEvent> part = untold.stream()
                    .filter(event -> event.subject().compareTo(wanted.untoldAfter()) > 0)
                    .limit(1)
                    .map(CarriedEvent::of)
                    .toList();
            say(new Control.Tail(node, wanted.nonce(), wanted.after(), part, Instant.EPOCH, wanted.untoldAfter()));
        } else if (control instanceof Control.TailWanted wanted && kept != null) {
            List<CarriedEvent> part = kept.stream()
                    .filter(event ->
                            event.position().sequence() > wanted.after().sequence())
                    .limit(atOnce)
                    .map(CarriedEvent::of)
                    .toList();
            say(new Control.Tail(node, wanted.nonce(), wanted.after(), part, Instant.EPOCH));
        }
    }

    public static byte[] value(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private static void create(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new AssertionError(topic, e);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(topic, e);
        }
    }
}
