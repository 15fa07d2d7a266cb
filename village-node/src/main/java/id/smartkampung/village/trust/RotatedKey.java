package id.smartkampung.village.trust;

import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.village.log.LogKeys;
import id.smartkampung.village.log.Synced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key that took the place of the one before; its private half lies in the keys folder under this id. */
@Entity
@Table(name = LogKeys.TABLE)
class RotatedKey implements Synced {

    @Id
    UUID id;

    String publicKey;

    Instant madeAt;

    @Override
    public String syncedTable() {
        return LogKeys.TABLE;
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public VillageEvent toEvent() {
        return new KeyRotated(id, publicKey);
    }
}
