package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.web.account.CurrentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what waits for a signature, the longest waiting first. */
@ApplicationScoped
class SigningQueries {

    private final EntityManager entities;
    private final LetterTypes types;
    private final CurrentAccount account;

    SigningQueries(EntityManager entities, LetterTypes types, CurrentAccount account) {
        this.entities = entities;
        this.types = types;
        this.account = account;
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
            long toSign,
            UUID signatory) {}

    /**
     * One request in the queue.
     *
     * @param since when it was handed in for the signature
     * @param letters how many letters and forms are with it; none where nobody has filled them in
     * @param toSign how many of them the village signs; the others are forms of citizens
     * @param signer who is to sign; null where nobody has been chosen
     * @param own whether that is who asks
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
            long toSign,
            String signer,
            boolean own) {}

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
                            (select count(d) from LetterDraft d where d.requestId = q.id and d.numbered = true),
                            (select f.signatoryId from LetterFilling f where f.requestId = q.id))
                        from Request q join Resident r on r.id = q.applicantId join q.steps s
                        where q.state = :waiting and s.state = :waiting
                            and s.at = (select max(l.at) from RequestStep l
                                where l.request.id = q.id and l.state = :waiting)
                        """ + which + " order by s.at, q.id", Row.class)
                .setParameter("waiting", RequestState.AWAITING_SIGNATURE);
    }

    private List<Line> lines(TypedQuery<Row> query) {
        List<Row> rows = query.getResultList();
        Map<UUID, Signatory> signers =
                Signatory.byId(rows.stream().map(Row::signatory).toList());
        return rows.stream().map(row -> line(row, signers.get(row.signatory()))).toList();
    }

    private Line line(Row row, Signatory signer) {
        return new Line(
                row.id(),
                row.version(),
                row.number(),
                types.name(row.kind()),
                row.applicant(),
                row.since(),
                row.by(),
                row.letters(),
                row.toSign(),
                signer == null ? null : signer.name,
                signer != null
                        && signer.active
                        && account.id() != null
                        && account.id().equals(signer.accountId));
    }
}
