package id.smartkampung.village.log;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Puts the log right after this server was restored from a backup.
 *
 * <p>Rows first, then the log: whoever works here meanwhile locks in the same order.
 */
@ApplicationScoped
public class LogHistory {

    private static final String LEAVE = "select leave_history(?)";

    private final DataSource database;
    private final EntityManager entities;
    private final LogWriter log;

    LogHistory(DataSource database, EntityManager entities, LogWriter log) {
        this.database = database;
        this.entities = entities;
        this.log = log;
    }

    /**
     * Takes back events of ours that were lost, as they were; the rows already show what they tell.
     *
     * @param after where our log ends; throws {@link LogException} when somebody has worked here meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public void takeBack(LogHead after, List<Envelope> events) {
        entities.flush();
        try (Connection connection = database.getConnection()) {
            require(connection, after);
            log.insert(connection, events);
        } catch (SQLException e) {
            throw new LogException(
                    "the " + events.size() + " events after " + after.position() + " were lost again", e);
        }
    }

    /**
     * Goes on in a new epoch: what we wrote behind the common event gets new numbers there.
     *
     * @param end where our log ends; throws {@link LogException} when somebody has worked here meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public void leave(LogHead common, LogHead end, List<Envelope> renumbered) {
        entities.flush();
        try (Connection connection = database.getConnection();
                PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            require(connection, end);
            leave.setLong(1, common.position().sequence());
            leave.execute();
            log.insert(connection, renumbered);
        } catch (SQLException e) {
            throw new LogException("the log does not go on in a new epoch after " + common.position(), e);
        }
    }

    private void require(Connection connection, LogHead expected) throws SQLException {
        LogHead head = log.lockHead(connection);
        if (!head.equals(expected)) {
            throw new LogException(
                    "the log went on to " + head.position() + " while " + expected.position() + " was its end");
        }
    }
}
