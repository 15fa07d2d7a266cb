package id.smartkampung.village.enrolment;

import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.village.log.LogRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Answers each hello of a village like a hub that has what it acknowledged. */
final class Doorman implements Runnable, AutoCloseable {

    private final NodeId node;
    private final NodeKey key;
    private final Map<String, Object> broker;
    private final Thread thread = new Thread(this, "doorman");

    private volatile boolean closed;

    Doorman(NodeId node, NodeKey key, Map<String, Object> broker) {
        this.node = node;
        this.key = key;
        this.broker = broker;
    }

    void open() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> up =
                            new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                    Producer<byte[], byte[]> down =
                            new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
                listen(up, down);
            } catch (SslAuthenticationException e) {
                // The broker stands under another authority: clients read the file of those they believe when made.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            } catch (EnvelopeFormatException e) {
                throw new AssertionError("a word of the village is not understood", e);
            }
        }
    }

    private void listen(Consumer<byte[], byte[]> up, Producer<byte[], byte[]> down) throws EnvelopeFormatException {
        TopicPartition topic = new TopicPartition(Topics.up(node), 0);
        up.assign(List.of(topic));
        up.seekToBeginning(List.of(topic));
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : up.poll(Duration.ofMillis(200))) {
                Header kind = record.headers().lastHeader(Control.HEADER);
                if (kind != null) {
                    hear(down, Control.read(new String(kind.value(), StandardCharsets.UTF_8), record.value()));
                }
            }
        }
    }

    private void hear(Producer<byte[], byte[]> down, Control control) {
        if (!(control instanceof Control.Hello hello)) {
            return;
        }
        Control.Place acked = LogRows.acked();
        VerifyKey own = key.verifyKey();
        Control answer =
                new Control.Welcome(node, hello.nonce(), acked, acked, false, List.of(own.base64()), Instant.EPOCH);
        byte[] body = Control.write(answer);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.down(node), 0, null, body);
        record.headers()
                .add(Control.HEADER, answer.kind().getBytes(StandardCharsets.UTF_8))
                .add(Control.SIGNATURE, key.sign(answer.kind(), body).getBytes(StandardCharsets.UTF_8))
                .add(Control.KEY_ID, key.id().getBytes(StandardCharsets.UTF_8));
        Future<?> unused = down.send(record);
    }

    @Override
    public void close() {
        closed = true;
    }
}
