package id.smartkampung.village.change;

import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads mutations for their list and for the home page. */
@ApplicationScoped
public class MutationQueries {

    /** So many people may be meant by what was typed; beyond them one has to type more. */
    private static final int MEANT = 500;

    private final EntityManager entities;
    private final ResidentQueries residents;

    MutationQueries(EntityManager entities, ResidentQueries residents) {
        this.entities = entities;
        this.residents = residents;
    }

    /** A mutation with the name of the person. */
    public record Line(Mutation mutation, String name) {}

    /** One page, beginning behind the given mutation; null for the first page. */
    List<Line> list(MutationFilter filter, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        if (after != null) {
            where += " and " + filter.order().behind();
            parameters.put("after", after);
        }
        TypedQuery<Line> query =
                entities.createQuery("""
                        select new id.smartkampung.village.change.MutationQueries$Line(m, r.fullName)
                        from Mutation m join Resident r on r.id = m.residentId
                        """ + where + filter.order().clause(), Line.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    long count(MutationFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<Long> query =
                entities.createQuery("select count(*) from Mutation m" + where(filter, parameters), Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private String where(MutationFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (filter.typed() != null) {
            List<UUID> meant = residents.find(filter.typed(), MEANT).stream()
                    .map((Resident resident) -> resident.id)
                    .toList();
            where.append(" and m.residentId in :meant");
            parameters.put("meant", meant);
        }
        if (filter.kind() != null) {
            where.append(" and m.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.month() != null) {
            where.append(" and ").append(filter.order().day()).append(" between :first and :last");
            parameters.put("first", filter.month().atDay(1));
            parameters.put("last", filter.month().atEndOfMonth());
        }
        return where.toString();
    }
}
