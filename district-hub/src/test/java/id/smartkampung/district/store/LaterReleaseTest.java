package id.smartkampung.district.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.testsupport.Databases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a hub does at its start when another release was here before it. */
@QuarkusTest
class LaterReleaseTest {

    private static final String LATER = "9000";

    /** With the settings with which the hub migrates at its start. */
    @Inject
    Flyway flyway;

    @AfterEach
    void asItWas() throws SQLException {
        execute("delete from flyway_schema_history where version in ('" + LATER + "', '003.5')");
        execute(
                "update flyway_schema_history set checksum = checksum - 1 where version = '003' and installed_by = 'x'");
        execute("update flyway_schema_history set installed_by = current_user where installed_by = 'x'");
    }

    @Test
    void aHubThatWasTakenBackStartsOverTheTablesOfTheLaterOne() throws SQLException {
        migrated(LATER);

        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.info().current().getVersion()).hasToString(LATER);
    }

    @Test
    void aMigrationThatItShouldKnowAndDoesNotIsRefused() throws SQLException {
        migrated("003.5");

        assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class).hasMessageContaining("3.5");
    }

    @Test
    void aMigrationThatWasChangedIsRefused() throws SQLException {
        execute("update flyway_schema_history set checksum = checksum + 1, installed_by = 'x' where version = '003'");

        assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class).hasMessageContaining("checksum");
    }

    private static void migrated(String version) throws SQLException {
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) select max(installed_rank) + 1, '" + version
                + "', 'later', 'SQL', 'V" + version + "__later.sql', 1, current_user, 1, true"
                + " from flyway_schema_history");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = Databases.district().asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
