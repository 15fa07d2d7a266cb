package id.smartkampung.village.proof;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.village.log.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Sends all rows of a table once more, bucket by bucket, each in a short transaction between which others work on.
 *
 * <p>What is still to be sent stands in the database, so that a stop in between costs nothing.
 */
@ApplicationScoped
class SnapshotService {

    /** A table that is asked for again begins again: what was sent of it was of no use. */
    private static final String BEGIN = """
            insert into snapshot_part (subject_table, bucket, snapshot_id)
            select ?, bucket, ? from generate_series(0, ?) as b(bucket)
            on conflict (subject_table, bucket) do update set snapshot_id = excluded.snapshot_id
            """;

    private static final String TAKE_NEXT = """
            delete from snapshot_part
            where (subject_table, bucket) = (
                select subject_table, bucket from snapshot_part order by subject_table, bucket limit 1 for update)
            returning subject_table, bucket, snapshot_id, (select count(*) from snapshot_part) as before
            """;

    private final DataSource database;
    private final Outbox outbox;
    private final RowsService rows;
    private final CheckpointService checkpoints;

    SnapshotService(DataSource database, Outbox outbox, RowsService rows, CheckpointService checkpoints) {
        this.database = database;
        this.outbox = outbox;
        this.rows = rows;
        this.checkpoints = checkpoints;
    }

    /** A part that is to be sent now, and how many there are with it. */
    private record Part(CanonicalTable table, int bucket, UUID snapshot, long left) {}

    @Transactional(TxType.MANDATORY)
    public void begin(UUID snapshot, List<String> tables) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            for (String table : tables) {
                if (CanonicalTable.find(table).isPresent()) {
                    insert.setString(1, table);
                    insert.setObject(2, snapshot);
                    insert.setInt(3, Bucket.NUMBER - 1);
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new ProofException("snapshot " + snapshot + " was not begun", e);
        }
    }

    /** Sends the next part; a checkpoint goes behind the last one. Says whether more is to be sent. */
    @Transactional
    public boolean sendNext() {
        try (Connection connection = database.getConnection()) {
            Part part = take(connection);
            if (part == null) {
                return false;
            }
            outbox.hold();
            BitSet bucket = new BitSet(Bucket.NUMBER);
            bucket.set(part.bucket());
            List<UUID> ids = new ProofRows(connection)
                    .kept(part.table(), bucket).stream().map(RowDigest::id).toList();
            rows.sendBucket(part.table(), ids, part.snapshot(), part.bucket());
            if (part.left() > 1) {
                return true;
            }
            checkpoints.take(Reason.REPAIR);
            return false;
        } catch (SQLException e) {
            throw new ProofException("a part of a snapshot was not sent", e);
        }
    }

    private static Part take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE_NEXT);
                ResultSet row = take.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            CanonicalTable table = CanonicalTable.find(row.getString(1)).orElseThrow();
            return new Part(table, row.getInt(2), row.getObject(3, UUID.class), row.getLong(4));
        }
    }
}
