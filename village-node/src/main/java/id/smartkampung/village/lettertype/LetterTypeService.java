package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.letter.LetterTypeJson;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** Saves letter types; each save is a version of its own. */
@ApplicationScoped
public class LetterTypeService {

    private static final Author CATALOGUE = new Author(null, CurrentAccount.PROGRAM, Author.FORM);

    private final Clock clock;
    private final Audit audit;

    LetterTypeService(Clock clock, Audit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** Enters what the catalogue brings, newer than before too; a type that the village made its own stays. */
    @Transactional
    public void enterCatalogue() {
        Map<LetterKind, LetterTypeVersion> known = new HashMap<>();
        LetterTypeVersion.listCurrent().forEach(row -> known.put(row.kind, row));
        for (LetterType type : LetterCatalogue.types().values()) {
            LetterTypeVersion row = known.get(type.kind());
            if (row == null) {
                write(type, 1, CATALOGUE);
            } else if (row.isOf(CATALOGUE) && !row.type().equals(type)) {
                write(type, row.version + 1, CATALOGUE);
            }
        }
    }

    /**
     * Saves a type as its next version; nothing is saved where it is as it was.
     *
     * @param seen the version the officer saw, 0 for a new type; throws {@link ChangedMeanwhileException} when another
     *     is in use
     * @return the version in use now
     */
    @Transactional
    public int save(LetterType type, int seen, Author author) {
        List<LetterTypeVersion> versions = LetterTypeVersion.listByKind(type.kind());
        ChangedMeanwhileException.check(seen, versions.isEmpty() ? 0 : versions.get(0).version);
        if (!versions.isEmpty() && versions.get(0).type().equals(type)) {
            return seen;
        }
        write(type, seen + 1, author);
        try {
            LetterTypeVersion.flush();
        } catch (ConstraintViolationException e) {
            throw new ChangedMeanwhileException();
        }
        audit.record("letter-type-saved", "letter-type/" + type.kind() + "/" + (seen + 1));
        return seen + 1;
    }

    private void write(LetterType type, int version, Author author) {
        LetterTypeVersion row = new LetterTypeVersion();
        row.savedAt = clock.instant();
        row.id = UuidV7.at(row.savedAt);
        row.kind = type.kind();
        row.version = version;
        row.definition = LetterTypeJson.write(type);
        row.accountId = author.accountId();
        row.username = author.username();
        row.persist();
    }
}
