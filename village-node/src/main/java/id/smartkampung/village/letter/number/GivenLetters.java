package id.smartkampung.village.letter.number;

import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes letters as events tell them, and tells the district nothing. What was filled in and the signed file are in no
 * event: they come from a backup of this village, or not.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GivenLetters {

    private static final Set<LetterState> STANDING = EnumSet.of(LetterState.NUMBERED, LetterState.SIGNED);

    private final LetterNumbers numbers;
    private final EntityManager entities;

    GivenLetters(LetterNumbers numbers, EntityManager entities) {
        this.numbers = numbers;
        this.entities = entities;
    }

    public Letter put(LetterRecorded told, Author author) {
        Letter row = Letter.findById(told.letterId());
        boolean isNew = row == null;
        if (isNew) {
            row = new Letter();
            row.id = told.letterId();
            row.answers = "{}";
            row.numberedBy = author.username();
            row.scope = numbers.scope(told.classification());
            // as the record says now: the name on the paper is in no event
            row.applicantName = Resident.<Resident>findById(told.applicantId()).fullName;
        }
        row.take(told);
        if (isNew) {
            row.persist();
        }
        entities.flush();
        return row;
    }

    /** Why this letter cannot be written beside what is here now, in a word for the message texts. */
    public Optional<String> clash(LetterRecorded told) {
        if (Request.findById(told.requestId()) == null) {
            return Optional.of("NO_REQUEST");
        }
        if (Resident.findById(told.applicantId()) == null) {
            return Optional.of("NO_APPLICANT");
        }
        long sameNumber = Letter.count(
                "id <> ?1 and (number = ?2 or scope = ?3 and year = ?4 and sequence = ?5)",
                told.letterId(),
                told.number(),
                numbers.scope(told.classification()),
                told.year(),
                told.sequence());
        if (sameNumber > 0) {
            return Optional.of("NUMBER_TAKEN");
        }
        boolean another = STANDING.contains(told.state())
                && Letter.find(told.requestId(), told.kind())
                        .filter(letter -> !letter.id.equals(told.letterId()))
                        .isPresent();
        return another ? Optional.of("LETTER_TAKEN") : Optional.empty();
    }

    /** Why this person cannot be taken out now. */
    public Optional<String> clashOfRemovedResident(UUID id) {
        return Letter.count("applicantId", id) > 0 ? Optional.of("HAS_LETTERS") : Optional.empty();
    }
}
