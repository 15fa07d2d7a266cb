package id.smartkampung.village.inbox;

import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.proof.CommandService;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes the log of the district's commands: each once, in its order, together with how far it was obeyed.
 *
 * <p>What is missing is not asked for: the district sends again what our next head does not confirm.
 */
@ApplicationScoped
class CommandInbox {

    private static final String LOCK =
            "select down_epoch, down_sequence, down_hash from log_state where node = ? for update";

    private static final String MOVE =
            "update log_state set down_epoch = ?, down_sequence = ?, down_hash = ? where node = ?";

    private final DataSource database;
    private final CommandService commands;
    private final VillageProfile village;

    CommandInbox(DataSource database, CommandService commands, VillageProfile village) {
        this.database = database;
        this.commands = commands;
        this.village = village;
    }

    /** Obeys what continues the log. */
    @Transactional(TxType.MANDATORY)
    public void take(List<Envelope> events) {
        try (Connection connection = database.getConnection()) {
            LogHead before = lock(connection);
            LogHead head = before;
            for (Envelope event : events) {
                Verdict verdict = Receiver.judge(head, event, position -> Optional.empty());
                // A district that was restored goes on after what we have told it, in a new epoch.
                if (verdict == Verdict.ACCEPT || verdict == Verdict.NEW_EPOCH) {
                    obey(event);
                    head = event.head();
                } else if (verdict != Verdict.REPEAT) {
                    Log.warnf("command %s of the district is not obeyed: %s", event.position(), verdict);
                }
            }
            if (!head.equals(before)) {
                move(connection, head);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the commands of the district were not taken", e);
        }
    }

    /** What is not understood is passed over: the district sees by what does not come back that we are older. */
    private void obey(Envelope event) {
        Optional<DistrictEventType> type = DistrictEventType.ofWireName(event.type());
        if (type.isEmpty()) {
            Log.warnf("command %s of the district is of a type unknown here: %s", event.position(), event.type());
            return;
        }
        try {
            commands.obey(EventJson.read(type.get(), event.data()));
        } catch (EventFormatException e) {
            Log.warnf("command %s of the district is not understood: %s", event.position(), e.getMessage());
        }
    }

    private LogHead lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setString(1, village.node().value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new LogHead(
                        village.node(), new LogPosition(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
            }
        }
    }

    private void move(Connection connection, LogHead head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setInt(1, head.position().epoch());
            update.setLong(2, head.position().sequence());
            update.setBytes(3, head.hash().bytes());
            update.setString(4, village.node().value());
            update.executeUpdate();
        }
    }
}
