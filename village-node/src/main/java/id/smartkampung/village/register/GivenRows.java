package id.smartkampung.village.register;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.history.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes residents and families as events tell them: the one applier of these tables on this side of the log.
 *
 * <p>It tells the district nothing. Who calls knows whether the event is in the log already or must be appended.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GivenRows {

    private final History history;
    private final EntityManager entities;

    GivenRows(History history, EntityManager entities) {
        this.history = history;
        this.entities = entities;
    }

    /** The fields of a person as told, for comparing. */
    public static Resident row(ResidentRecorded told) {
        Resident given = new Resident();
        given.take(told);
        return given;
    }

    /** The fields of a family as told, for comparing. */
    public static Family row(FamilyRecorded told) {
        Family given = new Family();
        given.noKk = told.noKk();
        given.address = told.address();
        given.dusun = told.dusun();
        given.rw = told.rw();
        given.rt = told.rt();
        return given;
    }

    public Resident put(ResidentRecorded told, Author author) {
        Resident given = row(told);
        Resident row = Resident.findById(told.residentId());
        if (row == null) {
            row = given;
            row.id = told.residentId();
            row.createdAt = history.now();
            row.updatedAt = row.createdAt;
            history.entered(Subject.RESIDENT, row.id, author);
            row.persist();
        } else {
            for (Column<Resident, ?> column : ResidentColumns.all().values()) {
                if (column.field().leaves()) {
                    history.change(row, Subject.RESIDENT, row.id, column, column.get(given), author);
                }
            }
            row.updatedAt = history.now();
        }
        entities.flush();
        return row;
    }

    public Family put(FamilyRecorded told, Author author) {
        Family given = row(told);
        Family row = Family.findById(told.familyId());
        if (row == null) {
            row = given;
            row.id = told.familyId();
            row.createdAt = history.now();
            row.updatedAt = row.createdAt;
            history.entered(Subject.FAMILY, row.id, author);
            row.persist();
        } else {
            for (Column<Family, ?> column : FamilyColumns.all()) {
                history.change(row, Subject.FAMILY, row.id, column, column.get(given), author);
            }
            row.updatedAt = history.now();
        }
        entities.flush();
        return row;
    }

    /** Says whether the person was there. */
    public boolean removeResident(UUID id, Author author) {
        return remove(Subject.RESIDENT, id, Resident.<Resident>findById(id), author);
    }

    /** Says whether the family was there. */
    public boolean removeFamily(UUID id, Author author) {
        return remove(Subject.FAMILY, id, Family.<Family>findById(id), author);
    }

    private boolean remove(String kind, UUID id, Object row, Author author) {
        if (row == null) {
            return false;
        }
        history.removed(kind, id, null, author);
        entities.remove(row);
        entities.flush();
        return true;
    }

    /** Why this person cannot be written beside what is here now, in a word for the message texts. */
    public Optional<String> clash(ResidentRecorded told) {
        boolean nikTaken = told.nik() != null
                && Resident.findByNik(told.nik())
                        .filter(holder -> !holder.id.equals(told.residentId()))
                        .isPresent();
        if (nikTaken) {
            return Optional.of("NIK");
        }
        boolean familyGone = told.familyId() != null && Family.findById(told.familyId()) == null;
        return familyGone ? Optional.of("NO_FAMILY") : Optional.empty();
    }

    public Optional<String> clash(FamilyRecorded told) {
        boolean cardTaken = told.noKk() != null
                && Family.findByNoKk(told.noKk())
                        .filter(holder -> !holder.id.equals(told.familyId()))
                        .isPresent();
        return cardTaken ? Optional.of("NO_KK") : Optional.empty();
    }

    /** Why this person cannot be taken out now, as far as the register knows. */
    public Optional<String> clashOfRemovedResident(UUID id) {
        return ResidentAlias.isOf(id) ? Optional.of("WAS_MERGED") : Optional.empty();
    }

    /** Why this family cannot be taken out now. */
    public Optional<String> clashOfRemovedFamily(UUID id) {
        return Resident.count("familyId", id) > 0 ? Optional.of("HAS_MEMBERS") : Optional.empty();
    }
}
