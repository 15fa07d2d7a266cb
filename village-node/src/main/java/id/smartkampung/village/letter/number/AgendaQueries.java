package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.RequestState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads the books of letters that went out. */
@ApplicationScoped
public class AgendaQueries {

    private final EntityManager entities;

    AgendaQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One line of the agenda.
     *
     * @param handedOverAt when the citizen had it; null before that
     */
    public record Line(
            UUID id,
            UUID requestId,
            String number,
            LocalDate issuedOn,
            LetterKind kind,
            String typeName,
            String applicant,
            String signerTitle,
            String signerName,
            LetterState state,
            String reason,
            Instant handedOverAt) {}

    /** Years that have letters, the newest first. */
    public List<Integer> years() {
        // every number was given by a counter, and there are few of them
        List<?> years = entities.createNativeQuery("select distinct year from letter_counter order by year desc")
                .getResultList();
        return years.stream().map(year -> ((Number) year).intValue()).toList();
    }

    /** One page of a year, the newest first, behind the given letter; null for the first page. */
    public List<Line> list(int year, UUID after, int limit) {
        return list(year, false, after, limit);
    }

    /** The same of those that a citizen has. */
    public List<Line> handedOver(int year, UUID after, int limit) {
        return list(year, true, after, limit);
    }

    private List<Line> list(int year, boolean handedOver, UUID after, int limit) {
        String which = handedOver
                ? " and l.state <> :cancelled and exists (select 1 from RequestStep h where h.request.id = l.requestId"
                        + " and h.state = :completed)"
                : "";
        String behind = after == null
                ? ""
                : " and (l.issuedOn, l.sequence, l.id)"
                        + " < (select a.issuedOn, a.sequence, a.id from Letter a where a.id = :after)";
        TypedQuery<Line> query = entities.createQuery(
                        """
                        select new id.smartkampung.village.letter.number.AgendaQueries$Line(l.id, l.requestId, l.number,
                            l.issuedOn, l.kind, l.typeName, l.applicantName, l.signerTitle, l.signerName, l.state, l.reason,
                            (select max(s.at) from RequestStep s where s.request.id = l.requestId
                                and s.state = :completed))
                        from Letter l
                        where l.year = :year
                        """ + which + behind + " order by l.issuedOn desc, l.sequence desc, l.id desc", Line.class)
                .setParameter("completed", RequestState.COMPLETED)
                .setParameter("year", year);
        if (handedOver) {
            query.setParameter("cancelled", LetterState.CANCELLED);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
