package id.smartkampung.village.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One field of one subject that a mutation changed, from what to what: an undo writes it back. */
@Entity
public class MutationEffect extends PanacheEntityBase {

    /** Value of {@link #field} when the mutation brought the whole subject into the register. */
    static final String ENTERED = "*";

    @Id
    public UUID id;

    public UUID mutationId;

    public int position;

    public String subjectKind;

    public UUID subjectId;

    /** Property name of the field, as in the table of fields. */
    public String field;

    public String oldValue;

    public String newValue;

    public Instant at;

    /** Whether the mutation brought the whole person into the register. */
    boolean isEntry() {
        return field.equals(ENTERED);
    }

    /** The last first, as they are undone. */
    static List<MutationEffect> listBackwards(UUID mutationId) {
        return list("mutationId = ?1 order by position desc", mutationId);
    }

    static long countByMutation(UUID mutationId) {
        return count("mutationId", mutationId);
    }
}
