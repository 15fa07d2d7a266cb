package id.smartkampung.village.register;

import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.history.History;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Writes residents. Every change leaves its history and its event in the same transaction. */
@ApplicationScoped
public class ResidentService {

    private final History history;
    private final Outbox outbox;
    private final FamilyService families;
    private final PresenceQueries presence;

    ResidentService(History history, Outbox outbox, FamilyService families, PresenceQueries presence) {
        this.history = history;
        this.outbox = outbox;
        this.families = families;
        this.presence = presence;
    }

    /** Enters a person; throws {@link NikTakenException} when somebody has the NIK already. */
    @Transactional
    public Resident register(ResidentDraft draft, Author author) {
        requireFree(draft.nik(), null);
        Resident resident = enter(draft, familyOf(draft, author), author);
        flush(draft);
        return resident;
    }

    /**
     * Changes the given fields of a person.
     *
     * @param version that the officer saw; throws {@link ChangedMeanwhileException} when it is no longer the stored one
     * @throws RefusedException when recorded events say otherwise of who lives here, or the record was merged
     */
    @Transactional
    public Resident change(UUID id, int version, ResidentDraft draft, Author author) {
        Resident resident = locked(id);
        ChangedMeanwhileException.check(version, resident.version);
        requireFree(draft.nik(), id);
        refusal(resident, draft).ifPresent(code -> {
            throw new RefusedException(code);
        });
        Family family = familyOf(draft, author);
        if (write(resident, draft, family, author)) {
            flush(draft);
        }
        return resident;
    }

    /** Takes a person out who should never have been in the register; the dead and the moved stay, with their status. */
    @Transactional
    public void remove(UUID id, int version, String reason, Author author) {
        Resident resident = locked(id);
        ChangedMeanwhileException.check(version, resident.version);
        history.removed(Subject.RESIDENT, id, reason, author);
        outbox.appendRemoval(Resident.TABLE, id, resident.toRemoval());
        resident.delete();
        flush(new ResidentDraft());
    }

    /**
     * Takes a person out and empties everything that was said of that person, here and at the district (UU 27/2022
     * art. 43). Whoever has requests, letters or mutations is refused: the law of the register and of archives wants
     * these kept, and they say of whom they are.
     *
     * @param version that the officer saw; throws {@link ChangedMeanwhileException} when it is no longer the stored one
     * @throws RefusedException when something that must be kept is about the person
     */
    @Transactional
    public void erase(UUID id, int version, ErasureGround ground, Author author) {
        Resident resident = locked(id);
        ChangedMeanwhileException.check(version, resident.version);
        history.removed(Subject.RESIDENT, id, null, author);
        outbox.appendRemoval(Resident.TABLE, id, new ResidentErased(id, ground));
        resident.delete();
        flush(new ResidentDraft());
    }

    /** Why a draft may not change this person; the code of a refusal. */
    Optional<String> refusal(Resident resident, ResidentDraft draft) {
        BaseStatus status = resident.baseStatus;
        Residency residency = resident.residency;
        if (draft.has(ResidentField.BASE_STATUS)) {
            status = (BaseStatus) draft.get(ResidentField.BASE_STATUS);
        }
        if (draft.has(ResidentField.RESIDENCY)) {
            residency = (Residency) draft.get(ResidentField.RESIDENCY);
        }
        boolean revived = resident.baseStatus == BaseStatus.INVALID && status != BaseStatus.INVALID;
        if (revived && ResidentAlias.keptOf(resident.id).isPresent()) {
            return Optional.of("resident-merged");
        }
        if (revived && HandedOver.isOf(resident.id)) {
            return Optional.of("resident-handed-over");
        }
        boolean inhabitant = status == BaseStatus.ALIVE && residency == Residency.PERMANENT;
        boolean told = inhabitant == resident.isInhabitant() || presence.addsUp(resident.id, inhabitant);
        return told ? Optional.empty() : Optional.of("resident-status-by-mutation");
    }

    /** A new person with the given fields. */
    Resident enter(ResidentDraft draft, Family family, Author author) {
        Resident resident = new Resident();
        resident.createdAt = history.now();
        resident.updatedAt = resident.createdAt;
        resident.id = UuidV7.at(resident.createdAt);
        resident.baseStatus = BaseStatus.ALIVE;
        resident.residency = Residency.PERMANENT;
        for (Map.Entry<ResidentField, Object> given : draft.values().entrySet()) {
            ResidentColumns.of(given.getKey()).set(resident, given.getValue());
        }
        resident.familyId = family == null ? null : family.id;
        resident.persist();
        history.entered(Subject.RESIDENT, resident.id, author);
        outbox.append(resident);
        return resident;
    }

    /** Writes the given fields where they differ; says whether any did. */
    boolean write(Resident resident, ResidentDraft draft, Family family, Author author) {
        boolean changed = false;
        for (Map.Entry<ResidentField, Object> given : draft.values().entrySet()) {
            changed |= history.change(
                    resident,
                    Subject.RESIDENT,
                    resident.id,
                    ResidentColumns.of(given.getKey()),
                    given.getValue(),
                    author);
        }
        if (draft.isFamilyGiven()) {
            UUID familyId = family == null ? null : family.id;
            changed |= move(resident, familyId, author);
        }
        if (changed) {
            touch(resident);
        }
        return changed;
    }

    boolean move(Resident resident, UUID familyId, Author author) {
        return history.change(
                resident, Subject.RESIDENT, resident.id, ResidentColumns.of(ResidentField.FAMILY), familyId, author);
    }

    /** Leaves the event of a changed row. */
    void touch(Resident resident) {
        resident.updatedAt = history.now();
        outbox.append(resident);
    }

    /** The row, held until the commit: the second of two officers waits and then sees a newer version. */
    static Resident locked(UUID id) {
        return Resident.<Resident>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
    }

    private Family familyOf(ResidentDraft draft, Author author) {
        if (!draft.isFamilyGiven() || draft.noKk() == null) {
            return null;
        }
        return families.findOrCreate(draft.familyDraft(), author);
    }

    private static void requireFree(Nik nik, UUID except) {
        if (nik == null) {
            return;
        }
        Resident.findByNik(nik).filter(holder -> !holder.id.equals(except)).ifPresent(holder -> {
            throw new NikTakenException(nik);
        });
    }

    /** Two officers can both have found the NIK free: the index decides, and the loser hears the same words. */
    private static void flush(ResidentDraft draft) {
        try {
            Resident.flush();
        } catch (ConstraintViolationException e) {
            UniqueRows.Clash clash = UniqueRows.of(e).orElseThrow(() -> e);
            throw switch (clash) {
                case NIK -> new NikTakenException(draft.nik());
                case NO_KK -> new NoKkTakenException(draft.noKk());
                case HAS_REQUESTS -> new RefusedException("resident-has-requests");
                case HAS_MUTATIONS -> new RefusedException("resident-has-mutations");
                case HAS_LETTERS -> new RefusedException("resident-has-letters");
                case WAS_MERGED -> new RefusedException("resident-was-merged");
                case HAS_MEMBERS -> e;
            };
        }
    }
}
