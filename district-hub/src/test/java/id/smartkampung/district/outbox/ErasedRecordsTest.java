package id.smartkampung.district.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.village.VillageService;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fault 67 at the broker: what was sent before an erasure is given out to nobody any more. */
@QuarkusTest
class ErasedRecordsTest {

    private static final int SENT = 5;

    @Inject
    ErasedRecords records;

    @Inject
    VillageService registry;

    @Inject
    AgroalDataSource database;

    private final NodeId node = new NodeId("erased-" + UUID.randomUUID());
    private final TopicPartition topic = new TopicPartition(Topics.up(node), 0);
    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", System.getProperty("KAFKA_BOOTSTRAP_SERVERS"));
    private Admin admin;

    @BeforeEach
    void aVillageHasSent() throws Exception {
        admin = Admin.create(broker);
        registry.register(node, new KodeWilayah("35.10.01.2001"));
        createTopic();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < SENT; i++) {
                // No event: the hub of this test passes it over.
                producer.send(new ProducerRecord<>(topic.topic(), 0, null, new byte[] {(byte) i}))
                        .get();
            }
        }
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void whatWasTakenInBeforeAnErasureIsGoneAtTheBroker() throws Exception {
        standsAt(topicId(), 3, 7);
        erased(7);

        records.empty();

        assertThat(begins()).isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void anErasureThatIsNotTakenInYetChangesNothing() throws Exception {
        standsAt(topicId(), 3, 6);
        erased(7);

        records.empty();

        assertThat(begins()).isZero();
        assertThat(waiting()).isOne();
    }

    @Test
    void anOffsetOfATopicThatIsNoMoreDeletesNothing() throws Exception {
        standsAt("another", 3, 7);
        erased(7);

        records.empty();

        assertThat(begins()).isZero();
        assertThat(waiting()).isOne();
    }

    private void createTopic() throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(new NewTopic(topic.topic(), 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            // The hub has heard of the village and was faster.
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
    }

    private String topicId() throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(topic.topic()))
                .allTopicNames()
                .get()
                .get(topic.topic())
                .topicId()
                .toString();
    }

    private long begins() throws InterruptedException, ExecutionException {
        return admin.listOffsets(Map.of(topic, OffsetSpec.earliest()))
                .partitionResult(topic)
                .get()
                .offset();
    }

    /** The inbox does not move the cursor of a frozen village, so it stays where the test puts it. */
    private void standsAt(String topicId, long offset, long sequence) throws SQLException {
        execute("update log_cursor set state = 'FROZEN', broker_topic_id = '" + topicId + "', broker_offset = " + offset
                + ", sequence = " + sequence + " where node = '" + node + "'");
    }

    private void erased(long sequence) throws SQLException {
        execute("insert into erasure (node, resident_id, epoch, sequence, ground, erased_at) values ('" + node
                + "', gen_random_uuid(), 1, " + sequence + ", 'ASKED_FOR', now())");
    }

    private long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select count(*) from erasure where broker_emptied_at is null and node = '" + node + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
