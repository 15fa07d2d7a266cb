package id.smartkampung.village.register;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.village.log.Synced;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One family with its card (<i>keluarga, kartu keluarga</i>); its members are the residents that name it. */
@Entity
public class Family extends PanacheEntityBase implements Synced {

    public static final String TABLE = "family";

    @Id
    public UUID id;

    @Version
    public int version;

    public NoKk noKk;

    public String address;

    public String dusun;

    public String rw;

    public String rt;

    public Instant createdAt;

    public Instant updatedAt;

    public static Optional<Family> findByNoKk(NoKk noKk) {
        return find("noKk", noKk).firstResultOptional();
    }

    @Override
    public String syncedTable() {
        return TABLE;
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public FamilyRecorded toEvent() {
        return new FamilyRecorded(id, noKk, address, dusun, rw, rt);
    }

    FamilyRemoved toRemoval() {
        return new FamilyRemoved(id);
    }
}
