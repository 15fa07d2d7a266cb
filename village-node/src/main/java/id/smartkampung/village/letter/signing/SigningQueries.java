package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.lettertype.LetterTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads what waits for a signature, the longest waiting first. */
@ApplicationScoped
class SigningQueries {

    private final EntityManager entities;
    private final LetterTypes types;

    SigningQueries(EntityManager entities, LetterTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** One request in the queue, as it stands in the database. */
    record Row(
            UUID id,
            int version,
            String number,
            LetterKind kind,
            String applicant,
            Instant since,
            String by,
            long letters,
            long toSign) {}

    /**
     * One request in the queue.
     *
     * @param since when it was handed in for the signature
     * @param letters how many letters and forms are with it; none where nobody has filled them in
     * @param toSign how many of them the village signs; the others are forms of citizens
     */
    record Line(
            UUID id,
            int version,
            String number,
            String name,
            String applicant,
            Instant since,
            String by,
            long letters,
            long toSign) {}

    /** One page, behind the given request; null for the first. */
    List<Line> waiting(UUID after, int limit) {
        if (after == null) {
            return lines(query("").setMaxResults(limit));
        }
        return lines(query("""
                        and (s.at, q.id) > (select max(a.at), a.request.id from RequestStep a
                            where a.request.id = :after and a.state = :waiting group by a.request.id)
                        """).setParameter("after", after).setMaxResults(limit));
    }

    /** Those of these that still wait. */
    List<Line> waiting(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lines(query(" and q.id in :ids ").setParameter("ids", ids));
    }

    long count() {
        return entities.createQuery("select count(q) from Request q where q.state = :waiting", Long.class)
                .setParameter("waiting", RequestState.AWAITING_SIGNATURE)
                .getSingleResult();
    }

    private TypedQuery<Row> query(String which) {
        return entities.createQuery("""
                        select new id.smartkampung.village.letter.signing.SigningQueries$Row(q.id, q.version, q.number,
                            q.kind, r.fullName, s.at, s.username,
                            (select count(d) from LetterDraft d where d.requestId = q.id),
                            (select count(d) from LetterDraft d where d.requestId = q.id and d.numbered = true))
                        from Request q join Resident r on r.id = q.applicantId join q.steps s
                        where q.state = :waiting and s.state = :waiting
                            and s.at = (select max(l.at) from RequestStep l
                                where l.request.id = q.id and l.state = :waiting)
                        """ + which + " order by s.at, q.id", Row.class)
                .setParameter("waiting", RequestState.AWAITING_SIGNATURE);
    }

    private List<Line> lines(TypedQuery<Row> query) {
        return query.getResultList().stream()
                .map(row -> new Line(
                        row.id(),
                        row.version(),
                        row.number(),
                        types.name(row.kind()),
                        row.applicant(),
                        row.since(),
                        row.by(),
                        row.letters(),
                        row.toSign()))
                .toList();
    }
}
