package id.smartkampung.district.statistics;

import id.smartkampung.district.store.Differences;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Moves the totals of a village by what a batch changed, in the transaction of the batch. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class StockProjection {

    private final AgroalDataSource database;

    StockProjection(AgroalDataSource database) {
        this.database = database;
    }

    public void move(NodeId node, Measure measure, Differences differences) throws SQLException {
        if (differences.byCategory().isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into stock as s (node, measure, category, amount)
                        select ?, ?, category, amount from unnest(?::text[], ?::bigint[]) as d(category, amount)
                        on conflict (node, measure, category) do update set amount = s.amount + excluded.amount
                        """)) {
            upsert.setString(1, node.value());
            upsert.setString(2, measure.stored());
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", differences.byCategory().keySet().toArray()));
            upsert.setArray(
                    4,
                    connection.createArrayOf(
                            "int8", differences.byCategory().values().toArray()));
            upsert.executeUpdate();
        }
    }

    /** Sets the totals of a measure to what was counted. */
    public void restate(NodeId node, Measure measure, Differences counted) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from stock where node = ? and measure = ?")) {
            delete.setString(1, node.value());
            delete.setString(2, measure.stored());
            delete.executeUpdate();
        }
        move(node, measure, counted);
    }
}
