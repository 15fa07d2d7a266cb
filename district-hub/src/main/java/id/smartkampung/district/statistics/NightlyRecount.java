package id.smartkampung.district.statistics;

import id.smartkampung.district.statistics.Recount.Difference;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Holds at night the totals of all villages against their rows, and keeps for each what came of it. */
@ApplicationScoped
class NightlyRecount {

    private final Reading reading;
    private final Recount recount;
    private final AgroalDataSource database;
    private final Clock clock;

    NightlyRecount(Reading reading, Recount recount, AgroalDataSource database, Clock clock) {
        this.reading = reading;
        this.recount = recount;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "${district.statistics.recount-at:0 10 3 * * ?}", concurrentExecution = ConcurrentExecution.SKIP)
    void recount() {
        reading.list(row -> new NodeId(row.getString("node")), "select node from village order by node")
                .forEach(this::recount);
    }

    void recount(NodeId node) {
        try {
            List<Difference> differences = recount.differences(node);
            if (!differences.isEmpty()) {
                Log.errorf("village %s: %d totals are not what its rows say", node, differences.size());
            }
            keep(node, differences.size());
        } catch (IllegalStateException | SQLException e) {
            Log.warnf(e, "village %s is counted another night", node);
        }
    }

    private void keep(NodeId node, int differences) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into recount (node, at, differences) values (?, ?, ?)
                        on conflict (node) do update
                        set (at, differences) = (excluded.at, excluded.differences)
                        """)) {
            upsert.setString(1, node.value());
            upsert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            upsert.setInt(3, differences);
            upsert.executeUpdate();
        }
    }
}
