package id.smartkampung.web.factor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** The phone of an account. */
@Entity
class SecondFactor extends PanacheEntityBase {

    @Id
    public UUID accountId;

    /** Locked by {@link FactorKey}. */
    public String secret;

    /** The step of the last code that was taken: neither it nor an earlier one is taken again. */
    public long lastStep;

    public Instant confirmedAt;
}
