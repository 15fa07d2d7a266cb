package id.smartkampung.village.log;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Empties payloads some time after the district has applied them. What is not acknowledged stays whatever its age. */
@ApplicationScoped
public class PayloadPruning {

    private static final String PRUNE = """
            update outbox set data = null
            where (epoch, sequence) in (
                select o.epoch, o.sequence from outbox o
                where o.data is not null
                    and (o.epoch, o.sequence) <= (
                        select a.epoch, a.sequence from log_ack a where a.acked_on < ?
                        order by a.acked_on desc limit 1)
                order by o.epoch, o.sequence
                limit ?)
            """;

    private static final String FIRST_KEPT =
            "select epoch, sequence from outbox where data is not null order by epoch, sequence limit 1";

    private static final int AT_ONCE = 5_000;

    private final DataSource database;
    private final LogConfig config;
    private final VillageProfile village;
    private final Clock clock;

    PayloadPruning(DataSource database, LogConfig config, VillageProfile village, Clock clock) {
        this.database = database;
        this.config = config;
        this.village = village;
        this.clock = clock;
    }

    /** Often and little, so that it is never felt and an old backlog goes away by and by. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void prune() throws SQLException {
        LocalDate before = clock.instant()
                .minus(config.keepPayloads())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PRUNE)) {
            update.setObject(1, before);
            update.setInt(2, AT_ONCE);
            int pruned = update.executeUpdate();
            if (pruned > 0) {
                Log.infof("%d payloads of %s were emptied", pruned, village.node());
            }
        }
    }

    /** The first event whose payload is still here; nothing when none is. */
    public Optional<LogPosition> firstKept() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST_KEPT);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new LogPosition(row.getInt(1), row.getLong(2))) : Optional.empty();
        } catch (SQLException e) {
            throw new LogException("the first payload that is kept was not read", e);
        }
    }
}
