package id.smartkampung.village.register;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.history.History;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Writes families. Every change leaves its history and its event in the same transaction. */
@ApplicationScoped
public class FamilyService {

    private final History history;
    private final Outbox outbox;

    FamilyService(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    /** Enters a family; throws {@link NoKkTakenException} when another one has the card already. */
    @Transactional
    public Family create(FamilyDraft draft, Author author) {
        requireFree(draft, null);
        Family family = enter(draft, author);
        flush(draft);
        return family;
    }

    /** Changes a family; the version is the one the officer saw. */
    @Transactional
    public Family change(UUID id, int version, FamilyDraft draft, Author author) {
        Family family = locked(id);
        ChangedMeanwhileException.check(version, family.version);
        requireFree(draft, id);
        if (write(family, draft, FamilyColumns.all(), author)) {
            flush(draft);
        }
        return family;
    }

    /** Takes out a family without members that should never have been in the register. */
    @Transactional
    public void remove(UUID id, int version, String reason, Author author) {
        Family family = locked(id);
        ChangedMeanwhileException.check(version, family.version);
        history.removed(Subject.FAMILY, id, reason, author);
        outbox.appendRemoval(Family.TABLE, id, family.toRemoval());
        family.delete();
        flush(null);
    }

    /** The family of this card. One that is new gets the place of the draft; a known one only another address. */
    @Transactional(TxType.MANDATORY)
    Family findOrCreate(FamilyDraft draft, Author author) {
        Family known = Family.findByNoKk(draft.noKk()).orElse(null);
        if (known == null) {
            return enter(draft, author);
        }
        if (draft.address() != null) {
            write(known, draft, List.of(FamilyColumns.of(FamilyField.ADDRESS)), author);
        }
        return known;
    }

    /** The family of this card as it is; without a known card a new one. */
    @Transactional(TxType.MANDATORY)
    Family findOrCreateForMembers(FamilyDraft draft, Author author) {
        Family known =
                draft.noKk() == null ? null : Family.findByNoKk(draft.noKk()).orElse(null);
        if (known != null) {
            return known;
        }
        Family family = enter(draft, author);
        flush(draft);
        return family;
    }

    Family enter(FamilyDraft draft, Author author) {
        Family family = new Family();
        family.createdAt = history.now();
        family.updatedAt = family.createdAt;
        family.id = UuidV7.at(family.createdAt);
        draft.copyTo(family);
        family.persist();
        history.entered(Subject.FAMILY, family.id, author);
        outbox.append(family);
        return family;
    }

    /** Writes these columns of the draft where they differ; says whether any did. */
    boolean write(Family family, FamilyDraft draft, List<Column<Family, ?>> columns, Author author) {
        Family wanted = new Family();
        draft.copyTo(wanted);
        boolean changed = false;
        for (Column<Family, ?> column : columns) {
            changed |= history.change(family, Subject.FAMILY, family.id, column, column.get(wanted), author);
        }
        if (changed) {
            family.updatedAt = history.now();
            outbox.append(family);
        }
        return changed;
    }

    private static Family locked(UUID id) {
        return Family.<Family>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
    }

    private static void requireFree(FamilyDraft draft, UUID except) {
        if (draft.noKk() == null) {
            return;
        }
        Family.findByNoKk(draft.noKk())
                .filter(holder -> !holder.id.equals(except))
                .ifPresent(holder -> {
                    throw new NoKkTakenException(draft.noKk());
                });
    }

    private static void flush(FamilyDraft draft) {
        try {
            Family.flush();
        } catch (ConstraintViolationException e) {
            UniqueRows.Clash clash = UniqueRows.of(e).orElseThrow(() -> e);
            throw switch (clash) {
                case NO_KK -> new NoKkTakenException(draft.noKk());
                case HAS_MEMBERS -> new RefusedException("family-has-members");
                case NIK, HAS_REQUESTS, HAS_MUTATIONS, HAS_LETTERS, WAS_MERGED -> e;
            };
        }
    }
}
