package id.smartkampung.village.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds residents: by the box at the counter, and page by page for lists and exports. */
@ApplicationScoped
public class ResidentQueries {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d{4,16}");

    private final EntityManager entities;

    ResidentQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether this looks like a number of a person, which must not stand in an address. */
    public static boolean isNumber(String typed) {
        return typed != null
                && DIGITS.matcher(SEPARATORS.matcher(typed).replaceAll("")).matches();
    }

    /** Who may be meant: the living first, then by name. */
    public List<Resident> find(String typed, int limit) {
        Where where = new Where();
        if (!where.meant(typed)) {
            return List.of();
        }
        TypedQuery<Resident> query = query(
                "select * from resident where " + where.sql() + " order by base_status <> 1, name_key, id", where);
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
        where.parameters.forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The dusun that occur, in alphabetical order. */
    public List<String> dusuns() {
        return entities.createQuery(
                        "select distinct r.dusun from Resident r where r.dusun is not null order by r.dusun",
                        String.class)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private TypedQuery<Resident> query(String sql, Where where) {
        Query query = entities.createNativeQuery(sql, Resident.class);
        where.parameters.forEach(query::setParameter);
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

    /** The condition that finds who is meant by what was typed, for the tests of the indexes. */
    static String conditionOf(String typed) {
        Where where = new Where();
        where.meant(typed);
        String sql = where.sql();
        for (Map.Entry<String, Object> parameter : where.parameters.entrySet()) {
            sql = sql.replace(":" + parameter.getKey(), "'" + parameter.getValue() + "'");
        }
        return sql;
    }

    /** Conditions with their parameters. */
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void and(String condition) {
            conditions.add(condition);
        }

        void and(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        /** Adds what was typed as a condition; false when nothing can be found by it. */
        boolean meant(String typed) {
            if (isNumber(typed)) {
                number(SEPARATORS.matcher(typed).replaceAll(""));
                return true;
            }
            String words = NameKey.query(typed);
            if (words.isEmpty()) {
                return false;
            }
            and("to_tsvector('simple', name_words) @@ to_tsquery('simple', :words)", "words", words);
            return true;
        }

        /** As a union of ids: an OR over the three columns would read the whole table. */
        private void number(String digits) {
            and("""
                    id in (select id from resident where nik >= :number and nik < :beyond
                        union all select m.id from family f join resident m on m.family_id = f.id
                            where f.no_kk >= :number and f.no_kk < :beyond
                        union all select id from resident where phone >= :phone and phone < :phoneBeyond)""", "number", digits);
            String phone = PhoneNumber.normal(digits);
            parameters.put("beyond", beyond(digits));
            parameters.put("phone", phone);
            parameters.put("phoneBeyond", beyond(phone));
        }

        /** The first text after all that begin so; a range, since LIKE with a parameter is not always planned as one. */
        private static String beyond(String beginning) {
            return beginning + "~";
        }

        String sql() {
            return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        }
    }
}
