package id.smartkampung.village.lookup;

import id.smartkampung.model.identity.NoKk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds families, for their list. */
@ApplicationScoped
public class FamilyQueries {

    /** Each family with its head, found by an index alone, see the migrations. */
    static final String HEADS = """
            from family f
            left join lateral (
                select r.full_name, r.name_key from resident r
                where r.family_id = f.id
                order by r.base_status <> 1, r.relationship nulls last, r.id limit 1) h on true
            """;

    private final EntityManager entities;

    FamilyQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One line of the list.
     *
     * @param head name of the head, or of who comes closest to one; null for a family without members
     */
    public record Line(
            UUID id, NoKk noKk, String head, long members, String address, String dusun, String rw, String rt) {}

    /** One page, beginning behind the given family; null for the first page. */
    public List<Line> list(FamilyFilter filter, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        FamilyFilter.Order order = filter.order();
        String sql =
                "select f.id, f.no_kk, h.full_name, (select count(*) from resident m where m.family_id = f.id and m.base_status = 1),"
                        + " f.address, f.dusun, f.rw, f.rt " + HEADS + where(filter, parameters);
        if (after != null) {
            sql += " and (%1$s, f.id) %2$s ((select %1$s %3$s where f.id = :after), :after)"
                    .formatted(order.expression, order.direction.equals("asc") ? ">" : "<", HEADS);
            parameters.put("after", after);
        }
        sql += " order by %1$s %2$s, f.id %2$s".formatted(order.expression, order.direction);
        Query query = entities.createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        List<Line> lines = new ArrayList<>();
        for (Object row : query.setMaxResults(limit).getResultList()) {
            lines.add(line((Object[]) row));
        }
        return lines;
    }

    public long count(FamilyFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        Query query = entities.createNativeQuery("select count(*) from family f" + where(filter, parameters));
        parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }

    private static String where(FamilyFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (filter.dusun() != null) {
            where.append(" and f.dusun = :dusun");
            parameters.put("dusun", filter.dusun());
        }
        String typed = filter.typed();
        if (typed != null) {
            Where meant = new Where();
            boolean possible = meant.meant(typed);
            where.append(
                    possible
                            ? " and (f.id in (select family_id from resident where " + meant.sql() + ")"
                            : " and (false");
            parameters.putAll(meant.parameters());
            if (ResidentQueries.isNumber(typed)) {
                where.append(" or f.no_kk >= :number and f.no_kk < :beyond");
            }
            where.append(')');
        }
        return where.toString();
    }

    private static Line line(Object[] row) {
        return new Line(
                (UUID) row[0],
                row[1] == null ? null : new NoKk((String) row[1]),
                (String) row[2],
                ((Number) row[3]).longValue(),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7]);
    }
}
