package id.smartkampung.village.recovery;

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

    /** The event of the district; emptied once it is decided. */
    byte[] data;

    Instant foundAt;

    Instant decidedAt;

    String decidedBy;

    String decision;

    static List<Finding> listOpen() {
        return list("decidedAt is null order by foundAt, id");
    }

    static long countOpen() {
        return count("decidedAt is null");
    }
}
