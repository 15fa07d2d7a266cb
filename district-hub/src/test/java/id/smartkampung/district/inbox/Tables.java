package id.smartkampung.district.inbox;

import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What lies in the tables, asked in plain SQL. */
@ApplicationScoped
class Tables {

    private final AgroalDataSource database;

    Tables(AgroalDataSource database) {
        this.database = database;
    }

    long count(String table, NodeId node) {
        return Long.parseLong(value("select count(*) from " + table + " where node = ?", node));
    }

    long sequence(NodeId node) {
        return Long.parseLong(value("select sequence from log_cursor where node = ?", node));
    }

    /** The first column of the first row, null when there is none; the query has the node as its parameter. */
    String value(String query, NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    void execute(String statement, NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, node.value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** Totals as they were moved by batches, without those that came back to nothing. */
    Map<String, Long> stock(NodeId node) {
        return pairs("select measure || ' ' || category, amount from stock where node = ? and amount <> 0", node);
    }

    /** The same totals, counted from the rows. */
    Map<String, Long> counted(NodeId node) {
        return pairs("""
                with village as (select ?::text as node)
                select 'people ' || case sex when 1 then 'M' when 2 then 'F' else '?' end, count(*)
                from resident join village using (node) where base_status = 1 group by 1
                union all select 'families ', count(*) from family join village using (node) having count(*) > 0
                union all select 'requests ' || state, count(*) from request join village using (node) group by 1
                union all select 'mutations ' || to_char(booked_on, 'YYYY-MM') || ' ' || kind, count(*)
                from mutation join village using (node) where counted and undone_at is null group by 1
                """.replace("'?'", "chr(63)"), node);
    }

    private Map<String, Long> pairs(String query, NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                Map<String, Long> pairs = new TreeMap<>();
                while (row.next()) {
                    pairs.put(row.getString(1), row.getLong(2));
                }
                return pairs;
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
