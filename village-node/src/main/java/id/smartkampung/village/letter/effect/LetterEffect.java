package id.smartkampung.village.letter.effect;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a letter has changed in the register: the mutation that it finished. */
@Entity
public class LetterEffect extends PanacheEntityBase {

    @Id
    public UUID letterId;

    public UUID mutationId;

    public Instant at;

    public String username;
}
