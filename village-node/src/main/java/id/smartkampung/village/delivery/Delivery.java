package id.smartkampung.village.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One way of a finished letter to its applicant's home (<i>pengantaran</i>); a second try is another one. */
@Entity
public class Delivery extends PanacheEntityBase {

    static final Set<DeliveryState> OPEN = EnumSet.of(DeliveryState.ASSIGNED, DeliveryState.UNDER_WAY);

    @Id
    public UUID id;

    @Version
    public int version;

    public UUID requestId;

    /** The account of who brings it. */
    UUID courierId;

    String courierUsername;

    public String courierName;

    @Enumerated(EnumType.STRING)
    public DeliveryState state;

    public Instant assignedAt;

    String assignedBy;

    /** When it left the office; null before that. */
    public Instant leftAt;

    public Instant endedAt;

    String endedBy;

    /** Who took it; null unless it was handed over. */
    public String receiver;

    /** Why it came back; null unless it did. */
    public String reason;

    void end(DeliveryState how, Instant at, String username) {
        state = how;
        endedAt = at;
        endedBy = username;
    }

    /** The one that is not at its end. */
    static Optional<Delivery> openOf(UUID requestId) {
        return find("requestId = ?1 and state in ?2", requestId, OPEN).firstResultOptional();
    }

    static List<Delivery> listByRequest(UUID requestId) {
        return list("requestId = ?1 order by assignedAt, id", requestId);
    }
}
