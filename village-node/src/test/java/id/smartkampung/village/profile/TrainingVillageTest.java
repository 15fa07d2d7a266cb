package id.smartkampung.village.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Servers;
import id.smartkampung.model.log.Topics;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A village to learn on has a register like any other, and tells nobody of it. */
@QuarkusTest
@TestProfile(TrainingVillageTest.Training.class)
class TrainingVillageTest {

    private static final String NODE = "35.10.01.2002";

    @Inject
    ResidentService residents;

    @Inject
    VillageProfile village;

    @Inject
    AgroalDataSource database;

    /** A village with a database of its own, on which people learn. */
    public static class Training implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(OwnDatabase.settings("training"));
            settings.put("village.profile.node", NODE);
            settings.put("village.profile.training", "true");
            return settings;
        }
    }

    @Test
    void nothingThatIsEnteredLeaves() throws Exception {
        TopicPartition up = new TopicPartition(Topics.up(village.node()), 0);
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", Servers.kafka().bootstrapServers()))) {
            kafka.createTopics(List.of(new NewTopic(up.topic(), 1, (short) 1)))
                    .all()
                    .get();

            Resident entered = residents.register(Residents.aResident(), Residents.anOfficer());

            assertThat(entered.id).isNotNull();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("outbox-relay", "down-consumer");
            assertThat(sent()).isZero();
            assertThat(kafka.listOffsets(Map.of(up, OffsetSpec.latest()))
                            .partitionResult(up)
                            .get()
                            .offset())
                    .isZero();
        }
    }

    @Test
    void everyPageSaysThatThisIsForLearning() {
        assertThat(given().get("/masuk").asString()).contains("Latihan.").contains("tidak dikirim ke kabupaten");
    }

    private long sent() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sent_sequence from log_state")) {
            row.next();
            return row.getLong(1);
        }
    }
}
