package id.smartkampung.village.letter.number;

import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.LetterFacts;
import id.smartkampung.village.log.Synced;
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
public class Letter extends PanacheEntityBase implements Synced {

    public static final String TABLE = "letter";

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
    public ArchiveScheme scheme;

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

    /** By what way it was signed; null before that. */
    @Enumerated(EnumType.STRING)
    public SigningMethod method;

    public LetterCode code;

    /** Whom it is about, so that only who knows the name reads it. */
    public String subjectMasked;

    /** What whoever verifies it compares, see {@link LetterFacts}. */
    String facts;

    /** SHA-256 of the signed file in hex; null before that. */
    public String fileSha256;

    public Long fileBytes;

    /** The account that signed it. */
    public String signedBy;

    /** See {@link Answers}. */
    String answers;

    /** The sheet as it was written when the number was given, see {@link NumberedPaper}. */
    String paper;

    /** See {@link id.smartkampung.village.office.Letterhead}; null where the paper has no head. */
    String letterhead;

    public UUID signatoryId;

    public String numberedBy;

    public Answers answers() {
        return Answers.read(answers);
    }

    public List<LetterFact> facts() {
        return LetterFact.read(facts);
    }

    /** Whether what it says is here: of one that came back from the district after a restore, it is not. */
    public boolean isWhole() {
        return paper != null;
    }

    /** Whether its last day is over. */
    public boolean isExpired(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }

    /** The letter that a request has of this type; one that was given up or withdrawn is none. */
    public static Optional<Letter> find(UUID requestId, LetterKind kind) {
        return find("requestId = ?1 and kind = ?2 and state in ?3", requestId, kind, STANDING)
                .firstResultOptional();
    }

    public static Optional<Letter> findByCode(LetterCode code) {
        return find("code", code).firstResultOptional();
    }

    public static List<Letter> listByRequest(UUID requestId) {
        return list("requestId = ?1 order by stateAt, id", requestId);
    }

    /** All that the event tells; what stays in the village stays as it is. */
    void take(LetterRecorded told) {
        requestId = told.requestId();
        applicantId = told.applicantId();
        kind = told.kind();
        typeVersion = told.typeVersion();
        typeName = told.typeName();
        scheme = told.scheme();
        classification = told.classification();
        number = told.number();
        year = told.year();
        sequence = told.sequence();
        issuedOn = told.issuedOn();
        validUntil = told.validUntil();
        state = told.state();
        stateAt = told.stateAt();
        reason = told.reason();
        signerTitle = told.signerTitle();
        signerName = told.signerName();
        method = told.method();
        code = told.code();
        subjectMasked = told.subjectMasked();
        facts = LetterFact.text(told.facts());
        fileSha256 = told.fileSha256();
        fileBytes = told.fileBytes();
    }

    @Override
    public String syncedTable() {
        return TABLE;
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public LetterRecorded toEvent() {
        return new LetterRecorded(
                id,
                requestId,
                applicantId,
                kind,
                typeVersion,
                typeName,
                scheme,
                classification,
                number,
                year,
                sequence,
                issuedOn,
                validUntil,
                state,
                stateAt,
                reason,
                signerTitle,
                signerName,
                method,
                code,
                subjectMasked,
                facts(),
                fileSha256,
                fileBytes);
    }
}
