package id.smartkampung.web.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One login, from the password to its end. */
@Entity
class Session extends PanacheEntityBase {

    /** SHA-256 of the token in the cookie: who reads this table cannot log in with it. */
    @Id
    public byte[] tokenHash;

    public UUID accountId;

    public String address;

    public Instant createdAt;

    public Instant lastSeenAt;

    public Instant expiresAt;

    /** Null while it lasts. */
    public Instant endedAt;

    /** The password was right and the code of the phone is awaited: nobody is let in by it. */
    public boolean awaitsCode;

    /** The locked secret that a phone is to take over; null where one has. */
    public String offeredSecret;
}
