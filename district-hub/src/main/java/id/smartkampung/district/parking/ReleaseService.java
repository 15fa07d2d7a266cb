package id.smartkampung.district.parking;

import id.smartkampung.district.intake.IntakeStop;
import id.smartkampung.district.trust.Machines;
import id.smartkampung.district.village.VillageReleased;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Lets go on what stopped by itself: a paused or frozen village, or the whole intake. */
@ApplicationScoped
public class ReleaseService {

    private final AgroalDataSource database;
    private final Machines machines;
    private final Event<VillageReleased> released;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    ReleaseService(
            AgroalDataSource database,
            Machines machines,
            Event<VillageReleased> released,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.machines = machines;
        this.released = released;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The village is received again from where it stood, and hears of it at once; the same trouble stops it again.
     *
     * @param machine fingerprint of the one that goes on where several have spoken as this village, else blank
     */
    @Transactional
    public void releaseVillage(NodeId node, String machine, String reason) {
        String why = Reason.of(reason);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update log_cursor set state = 'RECEIVING', state_since = ?
                        where node = ? and state <> 'RECEIVING' returning old.state as state, epoch, sequence, hash
                        """)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            String before;
            LogHead applied;
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException("release.village-runs");
                }
                before = row.getString("state");
                applied = new LogHead(
                        node,
                        new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                        Hash.of(row.getBytes("hash")));
            }
            if (!machine.isBlank()) {
                pick(node, machine);
            }
            Replay.tell(connection, node);
            audit.record(
                    "village-released",
                    "village/" + node,
                    machine.isBlank() ? List.of(before) : List.of(before, machine),
                    why);
            released.fire(new VillageReleased(applied));
        } catch (SQLException e) {
            throw new IllegalStateException("village " + node + " cannot be released now", e);
        }
    }

    private void pick(NodeId node, String machine) {
        if (machines.of(node).stream().noneMatch(known -> known.fingerprint().equals(machine))) {
            throw new RefusedException("release.machine-unknown");
        }
        if (!machines.pick(node, machine)) {
            throw new RefusedException("release.broker-away");
        }
    }

    /** All hubs take events in again. */
    @Transactional
    public void releaseIntake(String reason) {
        String why = Reason.of(reason);
        try (Connection connection = database.getConnection()) {
            if (!IntakeStop.release(connection, clock.instant(), account.username(), why)) {
                throw new RefusedException("release.intake-runs");
            }
            audit.record("intake-released", "intake", List.of(), why);
        } catch (SQLException e) {
            throw new IllegalStateException("the intake cannot be released now", e);
        }
    }
}
