package id.smartkampung.village.mall;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A request that was made at the service mall and not here: its reasons are told there, and its letter is handed out
 * there. An officer who writes down the mall as the channel of a request makes none.
 */
@Entity
public class MallRequest extends PanacheEntityBase {

    @Id
    public UUID requestId;

    public Instant takenAt;
}
