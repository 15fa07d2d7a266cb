package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.Plans;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever leafs through the mutations of many years waits no longer on the last page than on the first. */
@QuarkusTest
class DeepMutationsTest {

    private static final int PAGE = 51;

    private static final String MANY = """
            insert into mutation (id, version, resident_id, kind, happened_on, reported_on, booked_on, recorded_at, counted,
                username)
            select gen_random_uuid(), 0, '%s', 'AWAY', day, day, day, now(), true, 'uji'
            from (select date '1990-01-01' + i as day from generate_series(1, 3000) i) days
            """;

    @Inject
    ResidentService residents;

    @Inject
    MutationQueries mutations;

    @Inject
    AgroalDataSource database;

    /** The rows are written and not committed: they need no events. */
    @Test
    void readsNoMoreThanAPageHoweverManyAreBeforeIt() throws SQLException {
        Resident somebody = residents.register(Residents.named("Uji Peristiwa Jauh"), Residents.anOfficer());
        QuarkusTransaction.begin();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MANY.formatted(somebody.id));
            UUID last = on(statement, LocalDate.of(1990, 4, 11));
            Plans.asInALargeTable(connection);
            long before = Plans.rowsRead(connection, "mutation");

            List<MutationQueries.Line> page =
                    mutations.list(new MutationFilter(null, null, null, MutationOrder.REPORTED), last, PAGE);

            assertThat(Plans.rowsRead(connection, "mutation") - before).isLessThan(4 * PAGE);
            assertThat(page).hasSize(PAGE);
            assertThat(page.get(0).mutation().reportedOn).isEqualTo(LocalDate.of(1990, 4, 10));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static UUID on(Statement statement, LocalDate day) throws SQLException {
        try (ResultSet row = statement.executeQuery("select id from mutation where reported_on = '" + day + "'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }
}
