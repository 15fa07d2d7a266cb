package id.smartkampung.village.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody belongs to another village since the borders were changed. The record stays for the letters and books that
 * name it, counts nowhere and is not taken into use again.
 */
@Entity
public class HandedOver extends PanacheEntityBase {

    @Id
    public UUID residentId;

    public UUID handoverId;

    public UUID lineageId;

    public String toNode;

    public Instant at;

    public static boolean isOf(UUID residentId) {
        return findById(residentId) != null;
    }
}
