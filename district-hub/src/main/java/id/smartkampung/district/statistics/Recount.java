package id.smartkampung.district.statistics;

import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts the rows themselves and holds the totals against them: the proof that moving by differences went right. */
@ApplicationScoped
public class Recount {

    /** Written out once more on purpose: a count that shared its rules with the totals would prove nothing. */
    private static final String DIFFERENCES = """
            with village as (select ?::text as node),
            counted as (
                select 'people' as measure,
                    case when sex = 1 then 'M' when sex = 2 then 'F' else chr(63) end as category, count(*) as amount
                from resident join village using (node) where base_status = 1 group by 2
                union all
                select 'families', '', count(*) from family join village using (node) having count(*) > 0
                union all
                select 'requests', state, count(*) from request join village using (node) group by state
                union all
                select 'mutations', to_char(booked_on, 'YYYY-MM') || ' ' || kind, count(*)
                from mutation join village using (node) where counted and undone_at is null group by 2),
            kept as (
                select measure, category, amount from stock join village using (node) where amount <> 0)
            select measure, category, coalesce(kept.amount, 0), coalesce(counted.amount, 0)
            from kept full join counted using (measure, category)
            where kept.amount is distinct from counted.amount
            order by measure, category
            """;

    private final AgroalDataSource database;

    Recount(AgroalDataSource database) {
        this.database = database;
    }

    /** A total that is not what the rows say. */
    public record Difference(String measure, String category, long kept, long counted) {}

    /** The totals of a village that differ from its rows in one snapshot; none when all is well. */
    public List<Difference> differences(NodeId node) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DIFFERENCES)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                List<Difference> differences = new ArrayList<>();
                while (row.next()) {
                    differences.add(new Difference(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
                }
                return differences;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of village " + node + " cannot be counted", e);
        }
    }
}
