package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a bound account when the database was away. */
@QuarkusTest
class DeadConnectionTest {

    private static final int ASKED = 15;
    private static final int PATIENCE_MILLIS = 5000;

    @Inject
    AgroalDataSource store;

    @Inject
    AreaScope scope;

    private int places;

    @BeforeEach
    void somebodyIsThere() {
        TwoDusun.once();
        places = store.getConfiguration().connectionPoolConfiguration().maxSize();
    }

    @AfterEach
    void thePoolIsWholeAfterwards() {
        scope.bind(null);
        // the first round is told of a broken connection, the second finds it closed
        askAtOnce();
        askAtOnce();
        assertThat(askAtOnce())
                .hasSize(places)
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    @Test
    void nobodyIsReadOverAConnectionThatCouldNotBeBound() throws SQLException {
        askAtOnce();
        breakAll();
        scope.bind(new AreaScope.Sight("", null));

        assertThat(askAtOnce()).allSatisfy(count -> assertThat(count).isZero());
    }

    @Test
    void norInATransaction() throws SQLException {
        askAtOnce();
        breakAll();
        scope.bind(new AreaScope.Sight("", null));

        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            QuarkusTransaction.begin();
            try (Connection connection = store.getConnection()) {
                counts.add(residents(connection));
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(e.getMessage()).isNotNull();
            } finally {
                QuarkusTransaction.rollback();
            }
        }
        assertThat(counts).isNotEmpty().allSatisfy(count -> assertThat(count).isZero());
    }

    /** Over every connection the pool has room for; those that answer. */
    private List<Long> askAtOnce() {
        List<Connection> held = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            try {
                Connection connection = store.getConnection();
                held.add(connection);
                counts.add(residents(connection));
            } catch (SQLException e) {
                assertThat(e.getMessage()).doesNotContain("timeout");
            }
        }
        for (Connection connection : held) {
            try {
                connection.close();
            } catch (SQLException e) {
                assertThat(e.getMessage()).doesNotContain("timeout");
            }
        }
        return counts;
    }

    private void breakAll() throws SQLException {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid, %d) from pg_stat_activity
                    where datname = current_database() and usename = current_user and state = 'idle'
                    """.formatted(PATIENCE_MILLIS));
        }
    }

    private static long residents(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from resident")) {
            count.next();
            return count.getLong(1);
        }
    }
}
