package id.smartkampung.village.proof;

import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DirtyBuckets;
import id.smartkampung.model.proof.RowDifferences;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Holds the kept digests against the rows themselves: what changed without an event is named, and nothing is sent of it. */
@ApplicationScoped
public class ProofScrub {

    private final DataSource database;
    private final AtomicInteger differing = new AtomicInteger();

    ProofScrub(DataSource database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("kampung.proof.rows.changed", differing, AtomicInteger::get)
                .description("rows that are not as their last event said")
                .register(registry);
    }

    @Scheduled(cron = "${village.proof.scrub-at:0 20 1 * * ?}")
    void scrub() {
        differences()
                .forEach((table, rows) -> Log.errorf(
                        "INTEGRITY: rows of %s are not as their last event said: %s changed, %s lost, %s added",
                        table, rows.altered(), rows.missing(), rows.extra()));
    }

    /** What is not as the last event said, in one snapshot; nothing when all is well. */
    public Map<CanonicalTable, RowDifferences> differences() {
        Map<CanonicalTable, RowDifferences> found =
                QuarkusTransaction.requiringNew().call(this::compare);
        differing.set(
                found.values().stream().mapToInt(rows -> rows.all().size()).sum());
        return found;
    }

    private Map<CanonicalTable, RowDifferences> compare() throws SQLException {
        Map<CanonicalTable, RowDifferences> found = new EnumMap<>(CanonicalTable.class);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            ProofRows rows = new ProofRows(connection);
            for (CanonicalTable table : CanonicalTable.values()) {
                RowDifferences differences =
                        RowDifferences.between(rows.kept(table, DirtyBuckets.all()), rows.computed(table));
                if (!differences.isEmpty()) {
                    found.put(table, differences);
                }
            }
        }
        return found;
    }
}
