package id.smartkampung.village.log;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Begins the log of a new village, refuses a database that is the log of another one, and erases again who was erased. */
@ApplicationScoped
public class LogGenesis {

    /** Before the relay and the inbox, which need the log. */
    public static final int PRIORITY = 100;

    private static final String BEGIN_LOG = """
            insert into log_head (node, epoch, sequence, hash, training) values (?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String BEGIN_STATE = "insert into log_state (node) values (?) on conflict do nothing";

    private final DataSource database;
    private final VillageProfile village;
    private final Erasures erasures;

    LogGenesis(DataSource database, VillageProfile village, Erasures erasures) {
        this.database = database;
        this.village = village;
        this.erasures = erasures;
    }

    @Transactional
    void begin(@Observes @Priority(PRIORITY) StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement head = connection.prepareStatement(BEGIN_LOG)) {
                head.setString(1, village.node().value());
                head.setInt(2, LogPosition.START.epoch());
                head.setLong(3, LogPosition.START.sequence());
                head.setBytes(4, Hash.ZERO.bytes());
                head.setBoolean(5, village.training());
                head.executeUpdate();
            }
            try (PreparedStatement state = connection.prepareStatement(BEGIN_STATE)) {
                state.setString(1, village.node().value());
                state.executeUpdate();
            }
            refuseAnother(connection);
            erasures.replay(connection);
        }
    }

    private void refuseAnother(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select node, training from log_head");
                ResultSet head = select.executeQuery()) {
            head.next();
            if (!head.getString("node").equals(village.node().value())) {
                throw new LogException("this database holds the log of " + head.getString("node")
                        + ", and this server is " + village.node() + ": check village.profile.node");
            }
            if (head.getBoolean("training") != village.training()) {
                throw new LogException("a database that people learned on is never the register of a village, nor the "
                        + "other way round: check village.profile.training");
            }
        }
    }
}
