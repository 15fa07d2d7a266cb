package id.smartkampung.village.lookup;

import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds residents: by the box at the counter, and page by page for lists and exports. */
@ApplicationScoped
public class ResidentQueries {

    private final EntityManager entities;

    ResidentQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether this looks like a number of a person, which must not stand in an address. */
    public static boolean isNumber(String typed) {
        return Where.isNumber(typed);
    }

    /** Who may be meant: the living first, then by name. */
    public List<Resident> find(String typed, int limit) {
        Where where = new Where();
        if (!where.meant(typed)) {
            return List.of();
        }
        TypedQuery<Resident> query = query(sqlToFind(where), where);
        return query.setMaxResults(limit).getResultList();
    }

    /** One page of the list, beginning behind the given resident; null for the first page. */
    public List<Resident> list(ResidentFilter filter, UUID after, int limit) {
        Where where = where(filter);
        ResidentFilter.Order order = filter.order();
        if (after != null) {
            String comparison = order.direction.equals("asc") ? ">" : "<";
            where.and(
                    "(%1$s, id) %2$s ((select %1$s from resident where id = :after), :after)"
                            .formatted(order.expression, comparison),
                    "after",
                    after);
        }
        String sql = "select * from resident where %s order by %s %s, id %3$s"
                .formatted(where.sql(), order.expression, order.direction);
        return query(sql, where).setMaxResults(limit).getResultList();
    }

    public long count(ResidentFilter filter) {
        Where where = where(filter);
        Query query = entities.createNativeQuery("select count(*) from resident where " + where.sql());
        where.parameters().forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The dusun that occur, in alphabetical order. */
    public List<String> dusuns() {
        return entities.createQuery(
                        "select distinct r.dusun from Resident r where r.dusun is not null order by r.dusun",
                        String.class)
                .getResultList();
    }

    /** Where people live; what nobody has written down is empty. */
    public record Place(String dusun, String rw, String rt) {}

    /** The places that occur, in alphabetical order. */
    public List<Place> places() {
        return entities.createQuery("""
                        select distinct new id.smartkampung.village.lookup.ResidentQueries$Place(coalesce(r.dusun, ''),
                            coalesce(r.rw, ''), coalesce(r.rt, ''))
                        from Resident r where r.dusun is not null or r.rw is not null
                        order by coalesce(r.dusun, ''), coalesce(r.rw, ''), coalesce(r.rt, '')
                        """, Place.class).getResultList();
    }

    @SuppressWarnings("unchecked")
    private TypedQuery<Resident> query(String sql, Where where) {
        Query query = entities.createNativeQuery(sql, Resident.class);
        where.parameters().forEach(query::setParameter);
        return (TypedQuery<Resident>) query;
    }

    private static Where where(ResidentFilter filter) {
        Where where = new Where();
        if (filter.typed() != null && !filter.typed().isBlank() && !where.meant(filter.typed())) {
            where.and("false");
        }
        if (filter.dusun() != null) {
            where.and("dusun = :dusun", "dusun", filter.dusun());
        }
        if (filter.sex() != null) {
            where.and("sex = :sex", "sex", filter.sex().code());
        }
        if (filter.status() != null) {
            where.and("base_status = :status", "status", filter.status().code());
        }
        return where;
    }

    /** What {@link #find} asks the database, with its values, for tests that read the plan. */
    public String explained(String typed) {
        Where where = new Where();
        where.meant(typed);
        String sql = sqlToFind(where) + " limit 26";
        for (Map.Entry<String, Object> parameter : where.parameters().entrySet()) {
            sql = sql.replaceAll(":" + parameter.getKey() + "\\b", "'" + parameter.getValue() + "'");
        }
        return sql;
    }

    private static String sqlToFind(Where where) {
        return "select * from resident where " + where.sql() + " order by base_status <> 1, name_key, id";
    }
}
