package id.smartkampung.village.area;

import id.smartkampung.model.identity.Nik;
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

    private static final String HIDDEN_BIRTHS = """
            select exists (
                select from public.mutation m
                where m.mother_id = :id and not exists (select from mutation s where s.id = m.id))
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

    /** Whether somebody has this NIK whom one does not see. */
    public boolean hides(Nik nik) {
        return isHidden("nik", nik.value());
    }

    /** Null is no family, of which nobody is hidden. */
    public boolean hidesSomeOf(UUID familyId) {
        return familyId != null && isHidden("family_id", familyId);
    }

    /** Whether a child of this mother was born whom one does not see. */
    public boolean hidesBirthsOf(UUID motherId) {
        return isThere(HIDDEN_BIRTHS, motherId);
    }

    /** Whether somebody has asked for something that is confidential and was taken by somebody else. */
    public boolean hidesRequestsOf(UUID residentId) {
        return isThere(HIDDEN_REQUESTS, residentId);
    }

    private boolean isHidden(String column, Object value) {
        return isThere(HIDDEN.formatted(column), value);
    }

    private boolean isThere(String query, Object value) {
        return (Boolean)
                entities.createNativeQuery(query).setParameter("id", value).getSingleResult();
    }
}
