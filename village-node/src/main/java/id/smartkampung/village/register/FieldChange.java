package id.smartkampung.village.register;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One field of one subject got another value: who did it, when, from what to what, and through which door. */
@Entity
public class FieldChange extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String subjectKind;

    public UUID subjectId;

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
}
