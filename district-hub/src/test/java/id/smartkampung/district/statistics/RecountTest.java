package id.smartkampung.district.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecountTest {

    @Inject
    Recount recount;

    @Inject
    NightlyRecount nightly;

    @Inject
    Reading reading;

    @Test
    void aVillageWithoutRowsAndTotalsAgrees() {
        assertThat(recount.differences(new NodeId("nobody"))).isEmpty();
    }

    @Test
    void aTotalWithoutItsRowsIsNamed() throws SQLException {
        NodeId node = aVillage("insert into stock (node, measure, category, amount) values ('%s', 'people', 'F', 3)");

        assertThat(recount.differences(node)).containsExactly(new Recount.Difference("people", "F", 3, 0));
    }

    @Test
    void aTraitWithoutItsRowsIsNamedBySexAndCode() throws SQLException {
        NodeId node =
                aVillage("insert into population (node, trait, amounts) values ('%s', 'religion', '{0,0,0,0,0,4}')");

        assertThat(recount.differences(node)).containsExactly(new Recount.Difference("religion", "2 1", 4, 0));
    }

    @Test
    void whatANightFoundIsKept() throws SQLException {
        NodeId node = aVillage("insert into stock (node, measure, category, amount) values ('%s', 'letters', 'X', 1)");

        nightly.recount(node);

        assertThat(reading.list(
                        row -> row.getInt("differences"),
                        "select differences from recount where node = ?",
                        node.value()))
                .containsExactly(1);
    }

    @Test
    void rowsAreCountedInTheNight() {
        StatisticsConfig defaults = new SmallRyeConfigBuilder()
                .withMapping(StatisticsConfig.class)
                .build()
                .getConfigMapping(StatisticsConfig.class);

        assertThat(defaults.recountAt()).isEqualTo("0 10 3 * * ?");
    }

    private static NodeId aVillage(String insert) throws SQLException {
        NodeId node = new NodeId("recount-" + UUID.randomUUID());
        try (Connection connection = Databases.district().asApp();
                Statement statement = connection.createStatement()) {
            statement.execute(insert.formatted(node));
        }
        return node;
    }
}
