package id.smartkampung.village.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<UUID> seen = new HashSet<>(Set.of(id));
        UUID kept = id;
        ResidentAlias alias = findById(id);
        // Nothing may lead in a circle; where something does after all, whoever asks is not led round for ever.
        while (alias != null && seen.add(alias.keptId)) {
            kept = alias.keptId;
            alias = findById(kept);
        }
        return kept.equals(id) ? Optional.empty() : Optional.of(kept);
    }

    /** Whether this record was merged with another one, be it kept or lost. */
    public static boolean isOf(UUID id) {
        return count("lostId = ?1 or keptId = ?1", id) > 0;
    }

    public static List<ResidentAlias> listByKept(UUID keptId) {
        return list("keptId = ?1 order by at", keptId);
    }
}
