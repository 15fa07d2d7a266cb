package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A request came into a state: when, by whom, and why where a reason is asked for. */
@Entity
public class RequestStep extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Request request;

    @Enumerated(EnumType.STRING)
    public RequestState state;

    public Instant at;

    public UUID accountId;

    public String username;

    public String reason;

    /** Those of all these requests, of each in the order in which they happened. */
    static List<RequestStep> listOf(Collection<UUID> requestIds) {
        return list("request.id in ?1 order by at, id", requestIds);
    }

    static List<RequestStep> listByRequest(UUID requestId) {
        return list("request.id = ?1 order by at, id", requestId);
    }
}
