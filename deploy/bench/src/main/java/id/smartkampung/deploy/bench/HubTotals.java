package id.smartkampung.deploy.bench;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the hub has, read from its tables by somebody who is no part of it. */
final class HubTotals implements AutoCloseable {

    private final Connection reader;

    HubTotals(Connection reader) {
        this.reader = reader;
    }

    /** The sequence of the last event applied of a village. */
    long applied(NodeId node) throws SQLException {
        return number("select coalesce(max(sequence), 0) from log_cursor where node = ?", node.value());
    }

    /** The end of the log of a village as far as it was applied. */
    LogHead head(NodeId node) throws SQLException {
        try (PreparedStatement query =
                reader.prepareStatement("select epoch, sequence, hash from log_cursor where node = ?")) {
            query.setString(1, node.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new LogHead(node, new LogPosition(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
            }
        }
    }

    /** Events applied of all villages. */
    long applied() throws SQLException {
        return number(HubReader.APPLIED);
    }

    /** Residents alive and here, by the rows. */
    long peopleByRows() throws SQLException {
        return number("select count(*) from resident where base_status = 1");
    }

    /** The same by the totals that move with each batch. */
    long peopleByTotals() throws SQLException {
        return number("select coalesce(sum(amount), 0) from stock where measure = 'people'");
    }

    /** Totals of families, requests and mutations of a village that are not what its rows say. */
    long wrongTotals() throws SQLException {
        return number("""
                with counted as (
                    select node, 'families' as measure, count(*) as amount from family group by node
                    union all
                    select node, 'requests', count(*) from request group by node
                    union all
                    select node, 'mutations', count(*) from mutation where counted and undone_at is null group by node),
                kept as (
                    select node, measure, sum(amount) as amount from stock
                    where measure in ('families', 'requests', 'mutations') group by node, measure)
                select count(*) from counted full join kept using (node, measure)
                where counted.amount is distinct from kept.amount
                """);
    }

    /** Events that could not be applied. */
    long parked() throws SQLException {
        return number("select count(*) from parked_event");
    }

    private long number(String query, String... parameters) throws SQLException {
        return HubReader.number(reader, query, parameters);
    }

    @Override
    public void close() throws SQLException {
        reader.close();
    }
}
