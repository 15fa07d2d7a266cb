package id.smartkampung.district.proof;

import id.smartkampung.model.log.NodeId;
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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Digests of the rows as they lie in the tables, read back column by column; nothing that a village said goes in. */
final class StoredRows {

    private final Connection connection;
    private final NodeId node;

    StoredRows(Connection connection, NodeId node) {
        this.connection = connection;
        this.node = node;
    }

    /** The digests of a table, those of unchanged buckets as they were kept. */
    DigestTree tree(CanonicalTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select dirty::text, buckets from proof_tree where node = ? and subject_table = ?")) {
            select.setString(1, node.value());
            select.setString(2, table.table());
            try (ResultSet row = select.executeQuery()) {
                byte[] kept = row.next() ? row.getBytes(2) : null;
                if (kept == null) {
                    return wholeTree(table);
                }
                BitSet dirty = DirtyBuckets.ofBits(row.getString(1));
                DigestTree before = DigestTree.ofBytes(table, kept);
                return dirty.isEmpty() ? before : keep(before.with(dirty, rows(table, dirty)));
            }
        }
    }

    /** The digests of a table, all of them taken anew. */
    DigestTree wholeTree(CanonicalTable table) throws SQLException {
        return keep(DigestTree.of(table, rows(table, DirtyBuckets.all())));
    }

    /** The rows in some buckets, in the order of their keys. */
    List<RowDigest> rows(CanonicalTable table, BitSet buckets) throws SQLException {
        if (buckets.isEmpty()) {
            return List.of();
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        StringBuilder copy = new StringBuilder("copy (select ")
                .append(CopiedRows.columns(table, CopiedRows.STEPS_OF_DISTRICT))
                .append(" from ")
                .append(table.table())
                .append(" where node = '")
                .append(postgres.escapeLiteral(node.value()))
                .append('\'');
        if (buckets.cardinality() < DirtyBuckets.all().cardinality()) {
            copy.append(" and get_byte(sha256(uuid_send(id)), 0) in (")
                    .append(buckets.stream().mapToObj(Integer::toString).collect(Collectors.joining(", ")))
                    .append(')');
        }
        copy.append(" order by id) to stdout (format binary)");
        try (PGCopyInputStream in = new PGCopyInputStream(postgres, copy.toString())) {
            return CopiedRows.read(table, in);
        } catch (IOException e) {
            throw new SQLException("the rows of village " + node + " were not read", e);
        }
    }

    /** Rows of these buckets were written; their digests are taken anew at the next proof. */
    void touch(Map<CanonicalTable, BitSet> buckets) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into proof_tree as t (node, subject_table, dirty)
                select ?, d.subject_table, d.mask::bit(256) from unnest(?::text[], ?::text[]) as d(subject_table, mask)
                on conflict (node, subject_table) do update set dirty = t.dirty | excluded.dirty
                """)) {
            upsert.setString(1, node.value());
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            buckets.keySet().stream().map(CanonicalTable::table).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            buckets.values().stream().map(DirtyBuckets::bits).toArray()));
            upsert.executeUpdate();
        }
    }

    private DigestTree keep(DigestTree tree) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into proof_tree (node, subject_table, dirty, buckets) values (?, ?, ?::bit(256), ?)
                on conflict (node, subject_table) do update set (dirty, buckets) = (excluded.dirty, excluded.buckets)
                """)) {
            upsert.setString(1, node.value());
            upsert.setString(2, tree.table().table());
            upsert.setString(3, DirtyBuckets.bits(new BitSet()));
            upsert.setBytes(4, tree.bytes());
            upsert.executeUpdate();
        }
        return tree;
    }
}
