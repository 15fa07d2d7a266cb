package id.smartkampung.village.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.Plans;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever leafs through the requests of many years waits no longer on the last page than on the first. */
@QuarkusTest
class DeepPageTest {

    private static final int PAGE = 51;

    private static final String SOMEBODY = """
            insert into resident (id, version, full_name, base_status, residency, name_key, name_words, created_at, updated_at)
            values (gen_random_uuid(), 0, 'Uji Halaman Jauh', 1, 1, 'UJI HALAMAN JAUH', 'uji halaman jauh', now(), now())
            returning id
            """;

    private static final String MANY = """
            insert into request (id, version, number, applicant_id, kind, channel, state, home_delivery, submitted_at,
                updated_at)
            select gen_random_uuid(), 0, 'J-' || i, '%s', 'SKTM', 'COUNTER', 'COMPLETED', false,
                timestamptz '1990-01-01 00:00:00Z' + i * interval '1 hour', now()
            from generate_series(1, 3000) i
            """;

    @Inject
    RequestQueries requests;

    @Inject
    AgroalDataSource database;

    /** The rows are written and not committed: they need no events. */
    @ParameterizedTest
    @CsvSource({"NEWEST, J-100, J-99", "OLDEST, J-2900, J-2901"})
    void readsNoMoreThanAPageHoweverManyAreBeforeIt(RequestOrder order, String after, String first)
            throws SQLException {
        QuarkusTransaction.begin();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MANY.formatted(id(statement, SOMEBODY)));
            UUID last = id(statement, "select id from request where number = '" + after + "'");
            Plans.asInALargeTable(connection);
            long before = Plans.rowsRead(connection, Request.TABLE);

            List<RequestQueries.Line> page = requests.list(EnumSet.allOf(RequestState.class), order, last, PAGE);

            assertThat(Plans.rowsRead(connection, Request.TABLE) - before).isLessThan(4 * PAGE);
            assertThat(page).hasSize(PAGE);
            assertThat(page.get(0).number()).isEqualTo(first);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static UUID id(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }
}
