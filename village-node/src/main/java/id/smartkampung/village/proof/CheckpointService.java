package id.smartkampung.village.proof;

import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.ProvenPosition;
import id.smartkampung.model.proof.TableProof;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Says at one exact place of the log what this village holds. */
@ApplicationScoped
public class CheckpointService {

    private final DataSource database;
    private final Outbox outbox;
    private final NodeKeys keys;
    private final VillageProfile village;
    private final Clock clock;

    CheckpointService(DataSource database, Outbox outbox, NodeKeys keys, VillageProfile village, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.keys = keys;
        this.village = village;
        this.clock = clock;
    }

    @Transactional
    public void take(CheckpointTaken.Reason reason) {
        take(reason, Set.of());
    }

    /**
     * Takes one in the running transaction, or in one of its own.
     *
     * @param bucketsOf tables of which the digests of the buckets are sent too
     */
    @Transactional
    public void take(CheckpointTaken.Reason reason, Collection<String> bucketsOf) {
        LogPosition position = outbox.hold();
        try (Connection connection = database.getConnection()) {
            ProofRows rows = new ProofRows(connection);
            List<CheckpointTaken.Table> tables = new ArrayList<>();
            List<TableProof> proven = new ArrayList<>();
            for (CanonicalTable table : CanonicalTable.values()) {
                DigestTree tree = rows.tree(table);
                proven.add(tree.proof());
                tables.add(new CheckpointTaken.Table(
                        table.table(),
                        tree.count(),
                        tree.root().hex(),
                        bucketsOf.contains(table.table()) ? base64(tree.shortBytes()) : null));
            }
            rows.checkpointAt(position, clock.instant());
            NodeKey key = keys.current();
            outbox.appendWord(new CheckpointTaken(
                    UuidV7.at(clock.instant()),
                    DigestTree.VERSION,
                    reason,
                    tables,
                    key.id(),
                    key.sign(Certificate.VILLAGE_KIND, statement(position, proven))));
        } catch (SQLException e) {
            throw new ProofException("no checkpoint was taken at " + position, e);
        }
    }

    /** Signed here and not only with the head of its batch, so that a certificate needs nothing but itself. */
    private byte[] statement(LogPosition position, List<TableProof> tables) {
        return new ProvenPosition(village.node(), position, DigestTree.VERSION, tables).statement();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
