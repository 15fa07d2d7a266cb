package id.smartkampung.web.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A person's right to use this program. */
@Entity
public class Account extends PanacheEntityBase {

    @Id
    public UUID id = UUID.randomUUID();

    /** In lower case. */
    public String username;

    public String displayName;

    /** One of {@link Roles}. */
    public String role;

    /** Code of the kecamatan a camat is bound to, else null. */
    public String area;

    /** A line for each {@code dusun|rw|rt} the account is bound to; null for all that its role sees. */
    public String areas;

    /** Codes of the parts of the program the account is bound to, with commas between; null for all of its role. */
    public String features;

    /** Null until the person has set a password. */
    public String passwordHash;

    public boolean active = true;

    /** Lets nobody in once the demonstration is off. */
    public boolean demo;

    public byte[] invitationHash;

    public Instant invitationExpiresAt;

    public Instant createdAt;

    public static Optional<Account> findByUsername(String username) {
        return find("username", folded(username)).firstResultOptional();
    }

    public static Optional<Account> findByInvitation(byte[] hash) {
        return find("invitationHash", hash).firstResultOptional();
    }

    public static List<Account> all() {
        return listAll(Sort.by("displayName", "username"));
    }

    public static String folded(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    public Officer toOfficer() {
        return new Officer(id, username, displayName, role, area, Bounds.of(areas, features));
    }
}
