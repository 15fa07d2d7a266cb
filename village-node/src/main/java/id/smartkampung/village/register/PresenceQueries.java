package id.smartkampung.village.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Reads whether the books add up for one person: worked back from now, there is one of them or none in every month. */
@ApplicationScoped
public class PresenceQueries {

    /** By either day of a mutation: how many of this person came or went in each month, the last month first. */
    private static final String MONTHS = """
            select reported, sum(case when kind in ('BIRTH', 'ARRIVAL', 'RETURN') then amount else -amount end)
            from (select true as reported, date_trunc('month', booked_on) as month, kind, 1 as amount
                from mutation where resident_id = :id and counted
                union all
                select true, date_trunc('month', undone_at at time zone 'Asia/Jakarta'), kind, -1
                from mutation where resident_id = :id and counted and undone_at is not null
                union all
                select false, date_trunc('month', happened_on), kind, 1
                from mutation where resident_id = :id and counted and undone_at is null) f
            group by reported, month order by reported, month desc
            """;

    private final EntityManager entities;

    PresenceQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether nobody is counted twice, or less than not at all, with this person as they are now. */
    public boolean addsUp(Resident resident) {
        return addsUp(resident.id, resident.isInhabitant());
    }

    boolean addsUp(UUID id, boolean isInhabitant) {
        entities.flush();
        int now = isInhabitant ? 1 : 0;
        Boolean basis = null;
        int there = now;
        List<?> months = entities.createNativeQuery(MONTHS, Object[].class)
                .setParameter("id", id)
                .getResultList();
        for (Object each : months) {
            Object[] month = (Object[]) each;
            if (!month[0].equals(basis)) {
                basis = (Boolean) month[0];
                there = now;
            }
            there -= ((Number) month[1]).intValue();
            if (there != 0 && there != 1) {
                return false;
            }
        }
        return true;
    }
}
