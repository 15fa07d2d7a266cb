package id.smartkampung.village.area;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Whether somebody is in the register and out of sight of whoever asks: a paper that would leave such a person out is
 * made by somebody else. Nobody is out of sight of an account that is not bound.
 */
@ApplicationScoped
public class AreaSight {

    private static final String HIDDEN = """
            select exists (
                select from public.resident r
                where r.%s = :id and not exists (select from resident s where s.id = r.id))
            """;

    private static final String HIDDEN_REQUESTS = """
            select exists (
                select from public.request q
                where q.applicant_id = :id and not exists (select from request s where s.id = q.id))
            """;

    private final EntityManager entities;

    AreaSight(EntityManager entities) {
        this.entities = entities;
    }

    public boolean hides(UUID residentId) {
        return isHidden("id", residentId);
    }

    /** Null is no family, of which nobody is hidden. */
    public boolean hidesSomeOf(UUID familyId) {
        return familyId != null && isHidden("family_id", familyId);
    }

    /** Whether somebody has asked for something that is confidential and was taken by somebody else. */
    public boolean hidesRequestsOf(UUID residentId) {
        return (Boolean) entities.createNativeQuery(HIDDEN_REQUESTS)
                .setParameter("id", residentId)
                .getSingleResult();
    }

    private boolean isHidden(String column, UUID id) {
        return (Boolean) entities.createNativeQuery(HIDDEN.formatted(column))
                .setParameter("id", id)
                .getSingleResult();
    }
}
