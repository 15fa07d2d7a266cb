package id.smartkampung.village.recovery;

import id.smartkampung.model.log.Envelope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that this server and the district hold differently since their histories parted; a person decides. */
@Entity
@Table(name = "fork_finding")
class Finding extends PanacheEntityBase {

    /** Both worked on it while they were apart. */
    static final String BOTH = "BOTH";

    @Id
    UUID id;

    /** As in the log, such as {@code resident/<id>}. */
    String subject;

    /** {@link #BOTH}, or why theirs cannot stand beside ours. */
    String reason;

    String type;

    /** Where it stood in the history of the district; null for what was found by an older program. */
    Integer epoch;

    Long sequence;

    /** The event of the district; emptied once it is decided. */
    byte[] data;

    Instant foundAt;

    Instant decidedAt;

    String decidedBy;

    String decision;

    static List<Finding> listOpen() {
        return list("decidedAt is null order by foundAt, id");
    }

    /** Whether a person decides about this event, or did. */
    static boolean isKept(Envelope event) {
        return count(
                        "subject = ?1 and epoch = ?2 and sequence = ?3",
                        event.subject(),
                        event.position().epoch(),
                        event.position().sequence())
                > 0;
    }

    static long countOpen() {
        return count("decidedAt is null");
    }
}
