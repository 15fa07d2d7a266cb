package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.letter.LetterTypeJson;
import id.smartkampung.village.history.Author;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A letter type as it was saved once; never changed afterwards. */
@Entity
public class LetterTypeVersion extends PanacheEntityBase {

    @Id
    public UUID id;

    public LetterKind kind;

    public int version;

    /** See {@link LetterTypeJson}. */
    String definition;

    public Instant savedAt;

    public UUID accountId;

    public String username;

    public LetterType type() {
        return LetterTypeJson.read(definition);
    }

    /** Whether this author saved it. */
    boolean isOf(Author author) {
        return username.equals(author.username()) && Objects.equals(accountId, author.accountId());
    }

    static Optional<LetterTypeVersion> find(LetterKind kind, int version) {
        return find("kind = ?1 and version = ?2", kind, version).firstResultOptional();
    }

    /** The versions of a type, the newest first. */
    static List<LetterTypeVersion> listByKind(LetterKind kind) {
        return list("kind = ?1 order by version desc", kind);
    }

    /** All versions of all types, of each the newest last. */
    static List<LetterTypeVersion> listInOrder() {
        return list("order by version");
    }

    /** The version in use of every type. */
    static List<LetterTypeVersion> listCurrent() {
        return list("from LetterTypeVersion t where t.version ="
                + " (select max(v.version) from LetterTypeVersion v where v.kind = t.kind)");
    }
}
