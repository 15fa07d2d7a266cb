package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.village.log.Synced;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody was born, died, came or went (<i>peristiwa penduduk</i>); undone it stays, and says so. */
@Entity
public class Mutation extends PanacheEntityBase implements Synced {

    public static final String TABLE = "mutation";

    @Id
    public UUID id;

    @Version
    public int version;

    public UUID residentId;

    public UUID familyId;

    @Enumerated(EnumType.STRING)
    public MutationKind kind;

    public LocalDate happenedOn;

    public LocalDate reportedOn;

    /** The day whose month counts it in the books by report; see {@link Booking}. */
    public LocalDate bookedOn;

    public Instant recordedAt;

    /** Whether the number of inhabitants changed by one. */
    public boolean counted;

    public Sex sex;

    public Citizenship citizenship;

    public Residency residency;

    public Relationship relationship;

    public String dusun;

    public MoveKind moveKind;

    public KodeWilayah otherArea;

    /** What {@link MutationKind#tellsDocument} lets out of it stands in a column of its own, which is proven. */
    @Column(name = "paper")
    public String document;

    public UUID motherId;

    public UUID groupId;

    public Instant undoneAt;

    /** Where somebody came from or went to, in words; they name people now and then, so they stay here. */
    public String otherPlace;

    /** Where it happened; of who stays for a while, with whom. */
    public String place;

    /** What a temporary resident came for. */
    public String purpose;

    public String reporter;

    public String note;

    public String undoReason;

    public String username;

    public String undoneBy;

    /** What happened to a person, the newest first. */
    public static List<Mutation> listByResident(UUID residentId) {
        return list("residentId = ?1 order by recordedAt desc, id desc", residentId);
    }

    /** What happened to a person and still holds, the newest first. */
    public static List<Mutation> listHolding(UUID residentId) {
        return list("residentId = ?1 and undoneAt is null order by recordedAt desc, id desc", residentId);
    }

    /** The births of a mother. */
    public static List<Mutation> listByMother(UUID motherId) {
        return list("motherId = ?1 order by id", motherId);
    }

    /** Whether it still holds. */
    public boolean isUndone() {
        return undoneAt != null;
    }

    public Deadline deadline() {
        return Deadline.of(kind, happenedOn, reportedOn);
    }

    /** All that the event tells; what stays in the village stays as it is. */
    void take(MutationRecorded told) {
        residentId = told.residentId();
        familyId = told.familyId();
        kind = told.kind();
        happenedOn = told.happenedOn();
        reportedOn = told.reportedOn();
        bookedOn = told.bookedOn();
        recordedAt = told.recordedAt();
        counted = told.counted();
        sex = told.sex();
        citizenship = told.citizenship();
        residency = told.residency();
        relationship = told.relationship();
        dusun = told.dusun();
        moveKind = told.moveKind();
        otherArea = told.otherArea();
        if (kind.tellsDocument()) {
            document = told.document();
        }
        motherId = told.motherId();
        groupId = told.groupId();
        undoneAt = told.undoneAt();
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
    public MutationRecorded toEvent() {
        String toldDocument = kind.tellsDocument() ? document : null;
        return new MutationRecorded(
                id,
                residentId,
                familyId,
                kind,
                happenedOn,
                reportedOn,
                bookedOn,
                recordedAt,
                counted,
                sex,
                citizenship,
                residency,
                relationship,
                dusun,
                moveKind,
                otherArea,
                toldDocument,
                motherId,
                groupId,
                undoneAt);
    }
}
