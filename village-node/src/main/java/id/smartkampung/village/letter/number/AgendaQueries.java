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
        return entities.createQuery("select distinct l.year from Letter l order by l.year desc", Integer.class)
                .getResultList();
    }

    /** One page of a year, the newest first, behind the given letter; null for the first page. */
    public List<Line> list(int year, UUID after, int limit) {
        String behind = after == null
                ? ""
                : " and (l.issuedOn, l.id) < (select a.issuedOn, a.id from Letter a where a.id = :after)";
        TypedQuery<Line> query = entities.createQuery("""
                        select new id.smartkampung.village.letter.number.AgendaQueries$Line(l.id, l.requestId, l.number,
                            l.issuedOn, l.kind, l.typeName, r.fullName, l.signerTitle, l.signerName, l.state, l.reason,
                            (select max(s.at) from RequestStep s where s.request.id = l.requestId
                                and s.state = :completed))
                        from Letter l join Resident r on r.id = l.applicantId
                        where l.year = :year
                        """ + behind + " order by l.issuedOn desc, l.id desc", Line.class)
                .setParameter("completed", RequestState.COMPLETED)
                .setParameter("year", year);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
