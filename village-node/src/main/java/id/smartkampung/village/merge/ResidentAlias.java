package id.smartkampung.village.merge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A record that was a second one of the same person, and which one is kept. */
@Entity
public class ResidentAlias extends PanacheEntityBase {

    @Id
    public UUID lostId;

    public UUID keptId;

    public String reason;

    public String username;

    public Instant at;

    /** Whom somebody means who names this id: the kept record, also where that one was lost to another later. */
    public static Optional<UUID> keptOf(UUID id) {
        Optional<UUID> kept = Optional.empty();
        for (ResidentAlias alias = findById(id); alias != null; alias = findById(alias.keptId)) {
            kept = Optional.of(alias.keptId);
        }
        return kept;
    }

    public static List<ResidentAlias> listByKept(UUID keptId) {
        return list("keptId = ?1 order by at", keptId);
    }
}
