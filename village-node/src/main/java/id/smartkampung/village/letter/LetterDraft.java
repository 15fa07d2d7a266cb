package id.smartkampung.village.letter;

import id.smartkampung.model.letter.LetterKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;

/** A letter that is made of a filling-in and has no number yet. */
@Entity
public class LetterDraft extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID requestId;

    public LetterKind kind;

    /** The version of its type, whatever the type becomes later. */
    public int typeVersion;

    public int position;

    /** Whether the village signs it, so that it becomes a letter with a number; else it is a form that citizens sign. */
    public boolean numbered;

    public static List<LetterDraft> listByRequest(UUID requestId) {
        return list("requestId = ?1 order by position", requestId);
    }

    /** Those that become letters with a number. */
    public static List<LetterDraft> listNumbered(UUID requestId) {
        return list("requestId = ?1 and numbered = true order by position", requestId);
    }
}
