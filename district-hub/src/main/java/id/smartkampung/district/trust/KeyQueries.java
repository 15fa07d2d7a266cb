package id.smartkampung.district.trust;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the keys of villages for people. */
@ApplicationScoped
class KeyQueries {

    private static final String NAME = "select name from village where node = ?";

    private static final String KEYS = """
            select key_id, registered_at, from_sequence, until_sequence, revoked_at, revoked_by, revoked_reason
            from village_key where node = ? order by from_epoch desc, from_sequence desc, key_id
            """;

    private final Reading reading;

    KeyQueries(Reading reading) {
        this.reading = reading;
    }

    /**
     * A key as people see it.
     *
     * @param until the first event that it may not sign any more, null while it counts
     * @param revokedAt null when it counts or another took its place
     */
    public record Listed(
            String id, Instant since, long from, Long until, Instant revokedAt, String revokedBy, String reason) {

        public boolean isCurrent() {
            return until == null;
        }
    }

    Optional<String> nameOf(NodeId node) {
        return reading.first(row -> row.getString(1), NAME, node.value());
    }

    List<Listed> of(NodeId node) {
        return reading.list(
                row -> new Listed(
                        row.getString("key_id"),
                        Reading.instant(row, "registered_at"),
                        row.getLong("from_sequence"),
                        Reading.number(row, "until_sequence"),
                        Reading.instant(row, "revoked_at"),
                        row.getString("revoked_by"),
                        row.getString("revoked_reason")),
                KEYS,
                node.value());
    }
}
