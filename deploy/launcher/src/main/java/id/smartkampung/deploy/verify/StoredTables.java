package id.smartkampung.deploy.verify;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.CopiedRows;
import id.smartkampung.model.proof.DigestTree;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Computes the digests of all compared tables from the rows of a database, in one snapshot. */
final class StoredTables {

    private StoredTables() {}

    static List<DigestTree> ofHub(Connection connection, NodeId node) throws SQLException {
        String literal = connection.unwrap(PGConnection.class).escapeLiteral(node.value());
        return read(connection, CopiedRows.STEPS_OF_DISTRICT, "where t.node = '" + literal + "'");
    }

    static List<DigestTree> ofVillage(Connection connection) throws SQLException {
        return read(connection, CopiedRows.STEPS_OF_VILLAGE, "");
    }

    private static List<DigestTree> read(Connection connection, String steps, String condition) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        List<DigestTree> trees = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            String copy = "copy (select " + CopiedRows.columns(table, steps) + " from " + table.table() + " t "
                    + condition + " order by id) to stdout (format binary)";
            try (PGCopyInputStream in = new PGCopyInputStream(connection.unwrap(PGConnection.class), copy)) {
                trees.add(DigestTree.of(table, CopiedRows.read(table, in)));
            } catch (IOException e) {
                throw new SQLException("the rows of " + table + " were not read", e);
            }
        }
        connection.rollback();
        return trees;
    }
}
