package id.smartkampung.village.letter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was filled in for the letters of one request. */
@Entity
public class LetterFilling extends PanacheEntityBase {

    @Id
    public UUID requestId;

    @Version
    public int version;

    /** See {@link Answers}. */
    public String answers;

    public UUID signatoryId;

    public Instant savedAt;

    public UUID accountId;

    public String username;

    public Answers answers() {
        return Answers.read(answers);
    }

    public static Optional<LetterFilling> find(UUID requestId) {
        return findByIdOptional(requestId);
    }
}
