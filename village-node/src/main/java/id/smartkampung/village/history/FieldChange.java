package id.smartkampung.village.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One field of one subject got another value: who did it, when, from what to what, and through which door. */
@Entity
public class FieldChange extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "field_change_seq")
    @SequenceGenerator(name = "field_change_seq", sequenceName = "field_change_seq")
    public Long id;

    public String subjectKind;

    public UUID subjectId;

    /** Value of {@link #field} when the whole subject was entered. */
    public static final String ENTERED = "*";

    /** Value of {@link #field} when the whole subject was taken out; {@link #newValue} says why. */
    public static final String REMOVED = "-";

    /** Property name of the field, as in the table of fields. */
    public String field;

    public String oldValue;

    public String newValue;

    public Instant at;

    public UUID accountId;

    public String username;

    /** The door: {@code form}, {@code import}, … */
    public String source;

    /** The history of one subject, the newest first. */
    public static List<FieldChange> listBySubject(String kind, UUID id, int limit) {
        return find("subjectKind = ?1 and subjectId = ?2 order by id desc", kind, id)
                .page(0, limit)
                .list();
    }

    /** What was changed in forms, over all subjects, the newest first. */
    public static List<FieldChange> listByForm(int limit) {
        return find("source = 'form' order by id desc").page(0, limit).list();
    }
}
