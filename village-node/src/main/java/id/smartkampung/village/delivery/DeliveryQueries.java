package id.smartkampung.village.delivery;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.RequestState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what is on its way home, and what waits for somebody who brings it. */
@ApplicationScoped
class DeliveryQueries {

    private static final int AT_MOST = 200;

    private final EntityManager entities;

    DeliveryQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** A letter that somebody brings; since when it is in that state. */
    public record Line(
            UUID id,
            DeliveryState state,
            UUID courierId,
            String courier,
            Instant since,
            String number,
            LetterKind kind,
            String applicant,
            String dusun,
            String rt,
            String rw) {}

    /** A letter that nobody brings yet. */
    public record Waiting(
            UUID requestId,
            int version,
            String number,
            LetterKind kind,
            String applicant,
            String dusun,
            String rt,
            String rw,
            Instant since) {}

    /** The longest on its way first. */
    List<Line> open() {
        return entities.createQuery("""
                        select new id.smartkampung.village.delivery.DeliveryQueries$Line(d.id, d.state, d.courierId,
                            d.courierName, coalesce(d.leftAt, d.assignedAt), q.number, q.kind, r.fullName, r.dusun, r.rt, r.rw)
                        from Delivery d join Request q on q.id = d.requestId join Resident r on r.id = q.applicantId
                        where d.state in :open order by coalesce(d.leftAt, d.assignedAt), d.id
                        """, Line.class)
                .setParameter("open", Delivery.OPEN)
                .setMaxResults(AT_MOST)
                .getResultList();
    }

    /** Letters that are to be brought home; the longest ready first. */
    List<Waiting> waiting() {
        return entities.createQuery("""
                        select new id.smartkampung.village.delivery.DeliveryQueries$Waiting(q.id, q.version, q.number,
                            q.kind, r.fullName, r.dusun, r.rt, r.rw, q.updatedAt)
                        from Request q join Resident r on r.id = q.applicantId
                        where q.state = :ready and q.homeDelivery
                            and not exists (select d.id from Delivery d where d.requestId = q.id and d.state in :open)
                        order by q.updatedAt, q.id
                        """, Waiting.class)
                .setParameter("ready", RequestState.READY)
                .setParameter("open", Delivery.OPEN)
                .setMaxResults(AT_MOST)
                .getResultList();
    }

    /** How many letters this account has to bring. */
    long countOf(UUID courierId) {
        return Delivery.count("courierId = ?1 and state in ?2", courierId, Delivery.OPEN);
    }
}
