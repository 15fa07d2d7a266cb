package id.smartkampung.district.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.model.log.NodeId;
import io.quarkus.test.junit.QuarkusTest;
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

    @Test
    void aVillageWithoutRowsAndTotalsAgrees() {
        assertThat(recount.differences(new NodeId("nobody"))).isEmpty();
    }

    @Test
    void aTotalWithoutItsRowsIsNamed() throws SQLException {
        NodeId node = new NodeId("recount-" + UUID.randomUUID());
        try (Connection connection = Databases.district().asApp();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into stock (node, measure, category, amount) values ('" + node + "', 'people', 'F', 3)");
        }

        assertThat(recount.differences(node)).containsExactly(new Recount.Difference("people", "F", 3, 0));
    }
}
