package id.smartkampung.web.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who did or saw what, why, from where, when; never changed once written. */
@Entity
@Immutable
class AuditEntry extends PanacheEntityBase {

    @Id
    public long id;

    public Instant at;

    /** Null where the program did it by itself or the name was no account. */
    public UUID accountId;

    public String username;

    public String action;

    /** What it was done to, for instance {@code resident/<id>}. */
    public String subject;

    /** Names of the fields that were shown or changed, with commas between. */
    public String fields;

    public String reason;

    public String address;

    public byte[] prevHash;

    public byte[] hash;
}
