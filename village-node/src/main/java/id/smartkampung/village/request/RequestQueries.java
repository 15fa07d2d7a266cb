package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads requests for lists, counts and the search box. */
@ApplicationScoped
public class RequestQueries {

    private static final Pattern NUMBER = Pattern.compile("(\\d{2})\\s*[-/. ]\\s*(\\d{1,6})");

    private final EntityManager entities;

    RequestQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** One line of a list. */
    public record Line(
            UUID id,
            String number,
            UUID applicantId,
            String applicant,
            LetterKind kind,
            Channel channel,
            RequestState state,
            boolean homeDelivery,
            Instant submittedAt) {}

    /** Something that happened to a request. */
    public record Event(UUID requestId, String number, LetterKind kind, RequestState state, Instant at, String by) {}

    private static final String LINE = """
            select new id.smartkampung.village.request.RequestQueries$Line(q.id, q.number, q.applicantId, r.fullName,
                q.kind, q.channel, q.state, q.homeDelivery, q.submittedAt)
            from Request q join Resident r on r.id = q.applicantId
            """;

    /** One page, beginning behind the given request; null for the first page. */
    public List<Line> list(Set<RequestState> states, RequestOrder order, UUID after, int limit) {
        String behind = after == null ? "" : " and " + order.behind();
        TypedQuery<Line> query = entities.createQuery(
                        LINE + " where q.state in :states" + behind + order.clause(), Line.class)
                .setParameter("states", states);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** Those that have waited longest first. */
    public List<Line> waiting(Set<RequestState> states, int limit) {
        return entities.createQuery(LINE + " where q.state in :states order by q.submittedAt, q.id", Line.class)
                .setParameter("states", states)
                .setMaxResults(limit)
                .getResultList();
    }

    public List<Line> ofApplicant(UUID applicantId, int limit) {
        return entities.createQuery(LINE + " where q.applicantId = :applicant order by q.submittedAt desc", Line.class)
                .setParameter("applicant", applicantId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Requests of the same person for the same letter that are not at their end. */
    public List<Line> openTwins(UUID applicantId, LetterKind kind) {
        return entities.createQuery(
                        LINE + " where q.applicantId = :applicant and q.kind = :kind and q.state in :open"
                                + " order by q.submittedAt desc",
                        Line.class)
                .setParameter("applicant", applicantId)
                .setParameter("kind", kind)
                .setParameter("open", open())
                .getResultList();
    }

    /** Reads numbers as people write them: 26-1182, 26/1182, 26 1182. */
    public Optional<UUID> findByNumber(String typed) {
        Matcher matcher = NUMBER.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = RequestNumbers.format(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return entities
                .createQuery("select q.id from Request q where q.number = :number", UUID.class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** How many are in each state that is not an end; states without any count zero. */
    public Map<RequestState, Long> countOpen() {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        open().forEach(state -> counts.put(state, 0L));
        entities.createQuery(
                        "select q.state, count(*) from Request q where q.state in :open group by q.state",
                        Object[].class)
                .setParameter("open", open())
                .getResultList()
                .forEach(row -> counts.put((RequestState) row[0], (Long) row[1]));
        return counts;
    }

    /** How many open requests each of these people has; those without any are left out. */
    public Map<UUID, Long> countOpenOf(List<UUID> applicants) {
        Map<UUID, Long> counts = new HashMap<>();
        if (applicants.isEmpty()) {
            return counts;
        }
        entities.createQuery(
                        "select q.applicantId, count(*) from Request q where q.applicantId in :applicants"
                                + " and q.state in :open group by q.applicantId",
                        Object[].class)
                .setParameter("applicants", applicants)
                .setParameter("open", open())
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        return counts;
    }

    public long count(Set<RequestState> states) {
        return entities.createQuery("select count(*) from Request q where q.state in :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }

    /** What happened last, the newest first. */
    public List<Event> lastEvents(int limit) {
        return entities.createQuery("""
                        select new id.smartkampung.village.request.RequestQueries$Event(q.id, q.number, q.kind, s.state,
                            s.at, s.username)
                        from RequestStep s join s.request q order by s.at desc, s.id desc
                        """, Event.class).setMaxResults(limit).getResultList();
    }

    public static Set<RequestState> open() {
        Set<RequestState> open = EnumSet.allOf(RequestState.class);
        open.removeIf(RequestState::isFinal);
        return open;
    }
}
