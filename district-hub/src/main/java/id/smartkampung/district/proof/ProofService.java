package id.smartkampung.district.proof;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.VillageLock;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.Repair;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the rows of a village proven outside of its own turns: at night, and when a person asks. */
@ApplicationScoped
public class ProofService {

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final Clock clock;

    ProofService(AgroalDataSource database, CommandLog commands, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.clock = clock;
    }

    /** Asks the village to say now what it holds; a repair that was given up, or hangs, begins anew. */
    @Transactional
    public void ask(NodeId node) {
        try (Connection connection = database.getConnection()) {
            if (VillageLock.take(connection, node).isEmpty()) {
                return;
            }
            RepairTable.end(connection, node);
            commands.append(
                    connection, node, new DistrictEvent.CheckpointWanted(UuidV7.at(clock.instant()), List.of()));
        } catch (SQLException e) {
            throw new IllegalStateException("village " + node + " cannot be asked now", e);
        }
    }

    /**
     * Takes all digests of a village anew from its columns. What is not as it was kept was changed by no event: the
     * village is asked for the digests of its buckets, and the repair takes its course.
     *
     * @return the tables in which something had changed
     */
    @Transactional
    public List<CanonicalTable> scrub(NodeId node) {
        try (Connection connection = database.getConnection()) {
            Optional<LogPosition> position = VillageLock.take(connection, node);
            List<CanonicalTable> changed = new ArrayList<>();
            if (position.isEmpty()) {
                return changed;
            }
            StoredRows rows = new StoredRows(connection, node);
            for (CanonicalTable table : CanonicalTable.values()) {
                if (!rows.tree(table).equals(rows.wholeTree(table))) {
                    changed.add(table);
                }
            }
            if (!changed.isEmpty()) {
                begin(connection, node, position.get(), changed);
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of village " + node + " cannot be read now", e);
        }
    }

    private void begin(Connection connection, NodeId node, LogPosition position, List<CanonicalTable> changed)
            throws SQLException {
        List<String> names = changed.stream().map(CanonicalTable::table).toList();
        Log.errorf("village %s, %s: rows of %s were changed here by no event", node, position, names);
        RepairTable.changed(connection, node, position, names, clock.instant());
        if (RepairTable.find(connection, node).isEmpty()) {
            Repair repair = new Repair(Repair.Step.BUCKETS, 1, 0, 0, 0);
            RepairTable.store(connection, node, position, repair, clock.instant());
        }
        commands.append(connection, node, new DistrictEvent.CheckpointWanted(UuidV7.at(clock.instant()), names));
    }
}
