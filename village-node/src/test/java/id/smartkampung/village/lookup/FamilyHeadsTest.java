package id.smartkampung.village.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Plans;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyHeadsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void theHeadOfEachFamilyIsFoundByAnIndexAlone() {
        String plan = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                Plans.asInALargeTable(connection);
                return Plans.of(connection, "select f.id, h.full_name, h.name_key " + FamilyQueries.HEADS);
            }
        });

        assertThat(plan).contains("Index Only Scan using resident_of_family");
    }
}
