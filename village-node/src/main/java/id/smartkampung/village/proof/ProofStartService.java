package id.smartkampung.village.proof;

import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.village.log.Outbox;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Takes the digests of rows that were there before digests were kept. */
@ApplicationScoped
class ProofStartService {

    /** After the log was begun, before anything is sent. */
    private static final int PRIORITY = 101;

    private final DataSource database;
    private final Outbox outbox;

    ProofStartService(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Transactional
    void begin(@Observes @Priority(PRIORITY) StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection()) {
            ProofRows rows = new ProofRows(connection);
            for (CanonicalTable table : CanonicalTable.values()) {
                if (rows.isBegun(table)) {
                    continue;
                }
                outbox.hold();
                if (!rows.isBegun(table)) {
                    List<RowDigest> computed = rows.computed(table);
                    rows.begin(table, computed);
                    Log.infof("digests of %d rows of %s were taken", computed.size(), table);
                }
            }
        }
    }
}
