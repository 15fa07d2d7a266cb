package id.smartkampung.village.change;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.Resident;
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
import java.util.stream.Stream;

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
            // It came back from the district, which knows what happened but not what was here before.
            throw new RefusedException("mutation-effects-lost");
        }
        Set<UUID> concerned = Stream.concat(
                        Stream.of(mutation.residentId), written.stream().map(effect -> effect.subjectId))
                .collect(Collectors.toSet());
        Map<UUID, Resident> held = fields.hold(concerned);
        requireLast(mutation, written);
        for (MutationEffect effect : written) {
            effects.undo(effect, held, author);
        }
        held.values().stream().filter(Resident::isCounted).forEach(Succession::requireOneHead);
        mutation.undoneAt = clock.instant();
        mutation.undoReason = reason.strip();
        mutation.undoneBy = author.username();
        outbox.append(mutation);
        return mutation;
    }

    private void requireLast(Mutation mutation, List<MutationEffect> written) {
        boolean later = Mutation.listByResident(mutation.residentId).stream()
                .takeWhile(other -> !other.id.equals(mutation.id))
                .anyMatch(other -> !other.isUndone());
        if (later) {
            throw new RefusedException("mutation-has-later");
        }
        boolean brought = written.stream().anyMatch(effect -> effect.field.equals(MutationEffect.ENTERED));
        if (brought && !requests.ofApplicant(mutation.residentId, 1).isEmpty()) {
            throw new RefusedException("mutation-has-requests");
        }
    }
}
