package id.smartkampung.village.change;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.Heads;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.request.RequestQueries;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Undoes mutations: the register goes back to what it was, the mutation stays and says who undid it and why. */
@ApplicationScoped
public class UndoService {

    private static final int UNPROCESSABLE = 422;

    private final FieldWriter fields;
    private final EffectWriter effects;
    private final RequestQueries requests;
    private final Outbox outbox;
    private final Clock clock;

    UndoService(FieldWriter fields, EffectWriter effects, RequestQueries requests, Outbox outbox, Clock clock) {
        this.fields = fields;
        this.effects = effects;
        this.requests = requests;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes back what a mutation did, unless something later stands on it.
     *
     * @param seen the version the officer saw
     */
    @Transactional
    public Mutation undo(UUID id, int seen, String reason, Author author) {
        if (reason == null || reason.isBlank()) {
            throw new RefusedException(UNPROCESSABLE, "undo-reason-missing");
        }
        Mutation mutation = Mutation.<Mutation>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        if (mutation.isUndone()) {
            throw new RefusedException("mutation-undone");
        }
        ChangedMeanwhileException.check(seen, mutation.version);
        List<MutationEffect> written = MutationEffect.listBackwards(id);
        if (written.isEmpty()) {
            written = LostEffects.of(mutation);
        }
        Set<UUID> concerned = concerned(mutation, written);
        Map<UUID, Resident> held = fields.hold(Heads.withTheirFamilies(concerned));
        requireLast(mutation, concerned);
        if (written.stream().anyMatch(MutationEffect::isEntry)) {
            requireNothingStandsOn(mutation.residentId);
        }
        Heads heads = Heads.of(held.values().stream().map(one -> one.familyId).collect(Collectors.toSet()));
        for (MutationEffect effect : written) {
            Resident subject = held.get(meant(effect));
            if (subject != null) {
                effects.undo(effect, subject, author);
            }
        }
        heads.requireNoneWorse("family-heads");
        mutation.undoneAt = clock.instant();
        mutation.undoReason = reason.strip();
        mutation.undoneBy = author.username();
        outbox.append(mutation);
        return mutation;
    }

    /** Whom the effects are about; who was taken out of the register since has nothing to be written back. */
    private static Set<UUID> concerned(Mutation mutation, List<MutationEffect> written) {
        Set<UUID> meant = written.stream().map(UndoService::meant).collect(Collectors.toSet());
        meant.add(mutation.residentId);
        return Set.copyOf(Resident.getEntityManager()
                .createQuery("select r.id from Resident r where r.id in :meant", UUID.class)
                .setParameter("meant", meant)
                .getResultList());
    }

    /** The record that is kept, where the one that was written was merged into another. */
    private static UUID meant(MutationEffect effect) {
        return ResidentAlias.keptOf(effect.subjectId).orElse(effect.subjectId);
    }

    /** Nothing that happened later to any of those concerned may hold. */
    private static void requireLast(Mutation mutation, Set<UUID> concerned) {
        boolean later = concerned.stream()
                .flatMap(id -> Mutation.listHolding(id).stream())
                .anyMatch(other -> !other.id.equals(mutation.id) && other.recordedAt.isAfter(mutation.recordedAt));
        if (later) {
            throw new RefusedException("mutation-has-later");
        }
    }

    private void requireNothingStandsOn(UUID entered) {
        if (!requests.ofApplicant(entered, 1).isEmpty()) {
            throw new RefusedException("mutation-has-requests");
        }
        if (ResidentAlias.isOf(entered)) {
            throw new RefusedException("mutation-entry-merged");
        }
        if (Mutation.listByMother(entered).stream().anyMatch(birth -> !birth.isUndone())) {
            throw new RefusedException("mutation-has-later");
        }
    }
}
