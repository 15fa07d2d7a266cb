package id.smartkampung.village.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Plans;
import id.smartkampung.village.letter.number.WaitingLetters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many letters one has to bring stands on every page: what others brought in many years is not read for it. */
@QuarkusTest
class DeliveryCountTest {

    private static final String MANY = """
            insert into delivery (id, version, request_id, courier_id, courier_username, courier_name, state, assigned_at,
                assigned_by, left_at, ended_at, ended_by, receiver)
            select gen_random_uuid(), 0, '%s', '%s', 'uji', 'Uji', 'HANDED_OVER', now(),
                'uji', now(), now(), 'uji', 'Keluarga'
            from generate_series(1, 2000)
            """;

    @Inject
    WaitingLetters letters;

    @Inject
    DeliveryQueries deliveries;

    @Inject
    AgroalDataSource database;

    @Test
    void readsNoneOfThoseThatOthersBrought() throws SQLException {
        UUID request = letters.of("BLMNIKAH");
        QuarkusTransaction.begin();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MANY.formatted(request, UUID.randomUUID()));
            Plans.asInALargeTable(connection);
            long before = Plans.rowsRead(connection, "delivery");

            assertThat(deliveries.countOf(UUID.randomUUID())).isZero();

            assertThat(Plans.rowsRead(connection, "delivery") - before).isLessThan(100);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
