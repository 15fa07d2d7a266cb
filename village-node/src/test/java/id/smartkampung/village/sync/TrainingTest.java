package id.smartkampung.village.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

@QuarkusTest
@TestProfile(TrainingTest.Training.class)
class TrainingTest {

    private static final String NODE = "35.10.01.2002";

    @Inject
    ProbeService probes;

    @Inject
    SyncStatus status;

    @Inject
    OutboxRelay relay;

    @Inject
    VillageProfile village;

    /** A server to learn on, with a database of its own. */
    public static class Training implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Database database = training();
            return Map.of(
                    "village.profile.training", "true",
                    "village.profile.node", NODE,
                    "quarkus.datasource.jdbc.url", database.url(),
                    "quarkus.datasource.username", database.app(),
                    "quarkus.datasource.password", database.appPassword(),
                    "quarkus.flyway.username", database.owner(),
                    "quarkus.flyway.password", database.ownerPassword(),
                    "quarkus.flyway.placeholders.app_role", database.app(),
                    "quarkus.flyway.placeholders.reader_role", database.reader());
        }
    }

    /** A profile is read by a class loader to which the driver has not introduced itself yet. */
    private static Database training() {
        try {
            DriverManager.registerDriver(new Driver());
        } catch (SQLException e) {
            throw new AssertionError("no driver", e);
        }
        return Databases.create("training");
    }

    @Test
    void nothingLeavesAServerToLearnOn() {
        try (TestDistrict district = TestDistrict.of(new NodeId(NODE))) {
            probes.record("only to learn");

            assertThat(relay.isRunning()).isFalse();
            assertThat(district.events()).isEmpty();
            assertThat(district.heads()).isEmpty();
        }
    }

    @Test
    void itSaysSo() {
        assertThat(village.training()).isTrue();
        assertThat(status.view().state()).isEqualTo(SyncView.State.TRAINING);
    }
}
