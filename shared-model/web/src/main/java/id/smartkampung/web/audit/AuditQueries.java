package id.smartkampung.web.audit;

import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the trail, newest first. */
@ApplicationScoped
public class AuditQueries {

    private static final int CHUNK = 1000;
    private static final int HASH_BYTES = 32;

    /** What is looked for; empty words and missing days do not restrict. */
    record Filter(String words, LocalDate from, LocalDate to) {}

    @Transactional
    List<AuditEntry> before(long id, Filter filter, int count) {
        StringBuilder where = new StringBuilder("id < :id");
        Parameters parameters = Parameters.with("id", id);
        if (!filter.words().isBlank()) {
            where.append(" and (lower(username) like :words escape '!' or lower(action) like :words escape '!'"
                    + " or lower(subject) like :words escape '!' or lower(reason) like :words escape '!')");
            parameters.and("words", "%" + escaped(filter.words().strip().toLowerCase(Wib.LOCALE)) + "%");
        }
        if (filter.from() != null) {
            where.append(" and at >= :from");
            parameters.and("from", filter.from().atStartOfDay(Wib.ZONE).toInstant());
        }
        if (filter.to() != null) {
            where.append(" and at < :to");
            parameters.and("to", filter.to().plusDays(1).atStartOfDay(Wib.ZONE).toInstant());
        }
        where.append(" order by id desc");
        return AuditEntry.<AuditEntry>find(where.toString(), parameters)
                .page(Page.ofSize(count))
                .list();
    }

    /**
     * What was seen of these subjects or done to them, and since then any of these actions on whatever subject: the
     * oldest first.
     */
    @Transactional
    public List<AuditRow> about(Collection<String> subjects, Collection<String> actions, Instant since, Texts texts) {
        // one condition with an or would have the whole trail read
        List<AuditEntry> ofSubjects = AuditEntry.list("subject in ?1", subjects);
        List<AuditEntry> ofActions =
                AuditEntry.list("action in ?1 and at >= ?2 and subject not in ?3", actions, since, subjects);
        return Stream.concat(ofSubjects.stream(), ofActions.stream())
                .sorted(Comparator.comparingLong(entry -> entry.id))
                .map(entry -> AuditRow.of(entry, texts))
                .toList();
    }

    /** Computes the whole chain anew, from the first entry to the head. */
    @Transactional
    public AuditVerification verify() {
        AuditHead head = AuditHead.current();
        long last = 0;
        byte[] hash = new byte[HASH_BYTES];
        while (last < head.lastId) {
            List<AuditEntry> entries = AuditEntry.<AuditEntry>find(
                            "id > ?1 and id <= ?2 order by id", last, head.lastId)
                    .page(Page.ofSize(CHUNK))
                    .list();
            for (AuditEntry entry : entries) {
                boolean follows = entry.id == last + 1 && Arrays.equals(entry.prevHash, hash);
                if (!follows || !Arrays.equals(entry.hash, AuditChain.hash(hash, entry))) {
                    return new AuditVerification(last, last + 1);
                }
                last = entry.id;
                hash = entry.hash;
            }
            if (entries.isEmpty()) {
                return new AuditVerification(last, last + 1);
            }
            AuditEntry.getEntityManager().clear();
        }
        boolean endsAtHead = Arrays.equals(hash, head.lastHash);
        return new AuditVerification(last, endsAtHead ? 0 : last + 1);
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
