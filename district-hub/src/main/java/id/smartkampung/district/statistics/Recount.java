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
            person as (
                select r.*, coalesce(r.sex, 0) as sex_code,
                    case when r.born_on is not null then cast(least(120, greatest(0, extract(year from
                        age(cast(d.as_of as timestamp), cast(r.born_on as timestamp))))) as int) end as years
                from resident r join village using (node) join population_day d using (node)
                where r.base_status = 1),
            grown as (
                select *, years < 18 as child,
                    (years >= 17 or marital_status in (2, 3, 4)) and coalesce(citizenship, 1) <> 2 as adult
                from person),
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
                from mutation join village using (node) where counted and undone_at is null group by 2
                union all
                select 'letters', state, count(*) from letter join village using (node) group by state
                union all
                select t.trait, sex_code || ' ' || coalesce(t.code, 0), count(*)
                from grown g cross join lateral (values
                    ('age', years + 1),
                    ('religion', religion),
                    ('education', education),
                    ('schooling', schooling),
                    ('occupation', occupation),
                    ('marital_status', marital_status),
                    ('relationship', relationship),
                    ('citizenship', citizenship),
                    ('blood_group', blood_group),
                    ('disability', disability),
                    ('pregnancy', pregnancy),
                    ('ktp_holding', ktp_holding),
                    ('ktp_recording', ktp_recording),
                    ('residency', residency),
                    ('insurance', insurance),
                    ('marriage_certificate', case when marital_status = 2 then
                        case when coalesce(marriage_certificate, '') in ('', '-') then 2 else 1 end end),
                    ('birth_certificate', case when child then
                        case when coalesce(birth_certificate, '') in ('', '-') then 2 else 1 end end),
                    ('voter', case when adult and coalesce(occupation, 0) not in (6, 7) then 1 end),
                    ('ktp', case when adult then
                        case when ktp_holding = 2 then 3 when ktp_recording between 3 and 8 then 2 else 1 end end)
                ) as t(trait, code)
                group by 1, 2),
            kept as (
                select measure, category, amount from stock join village using (node) where amount <> 0
                union all
                select trait, (place - 1) % 3 || ' ' || (place - 1) / 3, amount
                from population join village using (node)
                    cross join lateral unnest(amounts) with ordinality as a(amount, place)
                where amount <> 0)
            select measure, category, coalesce(kept.amount, 0), coalesce(counted.amount, 0)
            from kept full join counted using (measure, category)
            where kept.amount is distinct from counted.amount
            order by measure, category
            """;

    private final AgroalDataSource database;

    Recount(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A total that is not what the rows say.
     *
     * @param measure the name in the table {@code stock}, or a trait of {@code population}
     * @param category the category in {@code stock}, or sex and code of the trait: {@code 2 18}
     */
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
