package id.smartkampung.village.proof;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.SyncStatus;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;

/** Looks from time to time whether a checkpoint is due, and takes it while the line is there. */
@ApplicationScoped
class CheckpointTimer {

    private static final String STATE = """
            select h.epoch, h.sequence, m.epoch, m.sequence, m.at from log_head h left join checkpoint_mark m on true
            """;

    private final DataSource database;
    private final CheckpointService checkpoints;
    private final SyncStatus line;
    private final CheckpointDue due;
    private final Clock clock;

    CheckpointTimer(
            DataSource database,
            CheckpointService checkpoints,
            SyncStatus line,
            ProofConfig config,
            VillageProfile village,
            Clock clock) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.line = line;
        this.due =
                new CheckpointDue(config, 2 * new Random(village.node().value().hashCode()).nextDouble() - 1);
        this.clock = clock;
    }

    @Scheduled(every = "${village.proof.look-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!line.mayAnnounce()) {
            return;
        }
        try {
            reason().ifPresent(checkpoints::take);
        } catch (SQLException | IllegalStateException e) {
            Log.warnf(e, "no checkpoint is taken now");
        }
    }

    private Optional<Reason> reason() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STATE);
                ResultSet row = select.executeQuery()) {
            row.next();
            LogPosition head = new LogPosition(row.getInt(1), row.getLong(2));
            int epoch = row.getInt(3);
            LogPosition last = row.wasNull() ? null : new LogPosition(epoch, row.getLong(4));
            Instant lastAt =
                    last == null ? null : row.getObject(5, OffsetDateTime.class).toInstant();
            return due.reason(head, last, lastAt, clock.instant());
        }
    }
}
