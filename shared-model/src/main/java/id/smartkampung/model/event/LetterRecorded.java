package id.smartkampung.model.event;

import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A letter got its number, was signed, withdrawn or given up: what whoever verifies it may know, and nothing of what it
 * says of a person.
 *
 * @param typeName name of the type, since a village may have its own
 * @param year of its counter, like the sequence
 * @param validUntil null for one that does not expire
 * @param reason why it was withdrawn or given up; without persons
 * @param method by what way it was signed; null before that
 * @param subjectMasked whom it is about, so that only who knows the name reads it
 * @param facts what the paper must say too, at most a few
 * @param fileSha256 of the signed file, in hex; null before that
 */
public record LetterRecorded(
        UUID letterId,
        UUID requestId,
        UUID applicantId,
        LetterKind kind,
        int typeVersion,
        String typeName,
        ArchiveScheme scheme,
        String classification,
        String number,
        int year,
        int sequence,
        LocalDate issuedOn,
        LocalDate validUntil,
        LetterState state,
        Instant stateAt,
        String reason,
        String signerTitle,
        String signerName,
        SigningMethod method,
        LetterCode code,
        String subjectMasked,
        List<LetterFact> facts,
        String fileSha256,
        Long fileBytes)
        implements VillageEvent {

    public LetterRecorded {
        Objects.requireNonNull(letterId, "letterId");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(code, "code");
        facts = facts == null ? List.of() : List.copyOf(facts);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.LETTER, letterId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
