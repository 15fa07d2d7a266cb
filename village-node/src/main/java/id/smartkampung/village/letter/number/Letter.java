package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.village.letter.Answers;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A letter with its number (<i>surat keluar</i>); what was filled in is kept as it was when the number was given. */
@Entity
public class Letter extends PanacheEntityBase {

    private static final Set<LetterState> STANDING = EnumSet.of(LetterState.NUMBERED, LetterState.SIGNED);

    @Id
    public UUID id;

    @Version
    public int version;

    public UUID requestId;

    /** The record of the applicant; another one when two records of the person have become one. */
    public UUID applicantId;

    /** As it stands on the paper, whatever the record says later. */
    public String applicantName;

    public LetterKind kind;

    public int typeVersion;

    /** Name of the type, which may be the village's own. */
    public String typeName;

    /** Which of the two schemes the classification is of. */
    @Enumerated(EnumType.STRING)
    public Scheme scheme;

    public String classification;

    public String number;

    /** The counter that gave the number, see {@link LetterNumbers}. */
    public String scope;

    public int year;

    public int sequence;

    public LocalDate issuedOn;

    /** Null for one that does not expire. */
    public LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    public LetterState state;

    public Instant stateAt;

    /** Why it was cancelled or withdrawn. */
    public String reason;

    public String signerTitle;

    public String signerName;

    /** See {@link Answers}. */
    String answers;

    /** The sheet as it was written when the number was given, see {@link NumberedPaper}. */
    String paper;

    /** See {@link id.smartkampung.village.office.Letterhead}; null where the paper has no head. */
    String letterhead;

    public UUID signatoryId;

    public String numberedBy;

    /** Schemes of archive classification. */
    public enum Scheme {
        PERMENDAGRI_83_2022,
        FORMER
    }

    Answers answers() {
        return Answers.read(answers);
    }

    /** The letter that a request has of this type; one that was given up or withdrawn is none. */
    public static Optional<Letter> find(UUID requestId, LetterKind kind) {
        return find("requestId = ?1 and kind = ?2 and state in ?3", requestId, kind, STANDING)
                .firstResultOptional();
    }

    public static List<Letter> listByRequest(UUID requestId) {
        return list("requestId = ?1 order by stateAt, id", requestId);
    }
}
