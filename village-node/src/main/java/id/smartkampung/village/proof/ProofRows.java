package id.smartkampung.village.proof;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.CopiedRows;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.DirtyBuckets;
import id.smartkampung.model.proof.RowDigest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Reads and writes the digests of the rows that leave. */
final class ProofRows {

    private final Connection connection;

    ProofRows(Connection connection) {
        this.connection = connection;
    }

    /** The digests of a table as they are now; those of changed buckets are taken anew and kept. The log is held. */
    DigestTree tree(CanonicalTable table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select dirty::text, buckets from proof_tree where subject_table = ?")) {
            select.setString(1, table.table());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the digests of " + table + " were never taken");
                }
                byte[] kept = row.getBytes(2);
                BitSet dirty = kept == null ? DirtyBuckets.all() : DirtyBuckets.ofBits(row.getString(1));
                DigestTree before = kept == null ? DigestTree.empty(table) : DigestTree.ofBytes(table, kept);
                if (dirty.isEmpty()) {
                    return before;
                }
                DigestTree tree = before.with(dirty, kept(table, dirty));
                keep(tree);
                return tree;
            }
        }
    }

    /** The kept digests of the rows in some buckets, in the order of their keys. */
    List<RowDigest> kept(CanonicalTable table, BitSet buckets) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, digest from proof_row where subject_table = ? and bucket = any(?) order by id")) {
            select.setString(1, table.table());
            select.setArray(
                    2, connection.createArrayOf("int2", buckets.stream().boxed().toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<RowDigest> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new RowDigest(row.getObject(1, UUID.class), Hash.of(row.getBytes(2))));
                }
                return rows;
            }
        }
    }

    /** The digests of all rows of a table, computed from their columns, in the order of their keys. */
    List<RowDigest> computed(CanonicalTable table) throws SQLException {
        String copy = "copy (select " + CopiedRows.columns(table, CopiedRows.STEPS_OF_VILLAGE) + " from "
                + table.table() + " t order by id) to stdout (format binary)";
        try (PGCopyInputStream in = new PGCopyInputStream(connection.unwrap(PGConnection.class), copy)) {
            return CopiedRows.read(table, in);
        } catch (IOException e) {
            throw new SQLException("the rows of " + table + " were not read", e);
        }
    }

    /** Whether digests of this table were ever taken. */
    boolean isBegun(CanonicalTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select from proof_tree where subject_table = ?")) {
            select.setString(1, table.table());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Keeps digests where none were; the log is held. */
    void begin(CanonicalTable table, List<RowDigest> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                with tree as (insert into proof_tree (subject_table) values (?))
                insert into proof_row (subject_table, bucket, id, digest)
                select ?, bucket, id, digest from unnest(?::int[], ?::uuid[], ?::bytea[]) as r(bucket, id, digest)
                on conflict (subject_table, bucket, id) do update set digest = excluded.digest
                """)) {
            insert.setString(1, table.table());
            insert.setString(2, table.table());
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", rows.stream().map(RowDigest::bucket).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid", rows.stream().map(RowDigest::id).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea",
                            rows.stream().map(row -> row.digest().bytes()).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    void checkpointAt(LogPosition position, Instant at) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into checkpoint_mark (epoch, sequence, at) values (?, ?, ?)
                on conflict ((true)) do update
                set (epoch, sequence, at) = (excluded.epoch, excluded.sequence, excluded.at)
                """)) {
            upsert.setInt(1, position.epoch());
            upsert.setLong(2, position.sequence());
            upsert.setObject(3, at.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private void keep(DigestTree tree) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update proof_tree set dirty = ?::bit(256), buckets = ? where subject_table = ?")) {
            update.setString(1, DirtyBuckets.bits(new BitSet()));
            update.setBytes(2, tree.bytes());
            update.setString(3, tree.table().table());
            update.executeUpdate();
        }
    }
}
