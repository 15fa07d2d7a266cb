package id.smartkampung.deploy.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void writesOfTheDatabaseAreDurable() throws SQLException {
        try (Connection connection = Databases.village().asReader()) {
            assertThat(List.of(
                            value(connection, "show fsync"),
                            value(connection, "show synchronous_commit"),
                            value(connection, "show full_page_writes")))
                    .containsOnly("on");
        }
    }

    @Test
    void thePropertiesNameTheProgramsDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                System.getProperty("VILLAGE_DB_URL"),
                System.getProperty("VILLAGE_DB_USER"),
                System.getProperty("VILLAGE_DB_PASSWORD"))) {
            assertThat(value(connection, "select current_user || '@' || current_database()"))
                    .isEqualTo("village_app@village");
        }
    }

    @Test
    void theProgramWritesWhatTheOwnerMadeAndTheReaderLooks() throws SQLException {
        Database database = Databases.create("roles");
        try (Connection owner = database.asOwner()) {
            run(owner, "create table note (id bigint generated always as identity, text text)");
        }

        try (Connection app = database.asApp()) {
            run(app, "insert into note (text) values ('seen')");
        }

        try (Connection reader = database.asReader()) {
            assertThat(value(reader, "select text from note")).isEqualTo("seen");
            assertThatThrownBy(() -> run(reader, "delete from note")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void theProgramMayNotChangeTheSchema() throws SQLException {
        try (Connection app = Databases.create("schema_of_owner").asApp()) {
            assertThatThrownBy(() -> run(app, "create table mine (id int)")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Database database = Databases.village();

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.app(), "another-word"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theDatabaseRecoversWhatItCommittedBeforeItWasKilled() throws SQLException {
        Database database = Databases.create("killed");
        try (Connection owner = database.asOwner()) {
            run(owner, "create table note (text text)");
            run(owner, "insert into note values ('kept')");
        }

        Servers.postgres().kill();
        Servers.postgres().start();

        try (Connection reader = database.asReader()) {
            assertThat(value(reader, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void theBrokerKeepsItsTopicsWhenItIsKilled() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }

        Servers.kafka().kill();
        Servers.kafka().start();

        try (Admin admin = admin()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(admin.listTopics().names().get()).contains("kept"));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", System.getProperty("KAFKA_BOOTSTRAP_SERVERS")));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
