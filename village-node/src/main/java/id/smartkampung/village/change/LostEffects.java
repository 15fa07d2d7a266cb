package id.smartkampung.village.change;

import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.value.FieldText;
import java.util.List;
import java.util.Optional;

/**
 * What a mutation must have changed of its person, where nobody here wrote it down: it came back from the district, which
 * knows what happened but not what was here before. What it changed of others is not known any more.
 */
final class LostEffects {

    private LostEffects() {}

    static List<MutationEffect> of(Mutation mutation) {
        Optional<Mutation> before = Mutation.listHolding(mutation.residentId).stream()
                .filter(other -> other.recordedAt.isBefore(mutation.recordedAt))
                .findFirst();
        MutationEffect effect = switch (mutation.kind) {
            case BIRTH -> entry();
            case ARRIVAL -> arrival(before.orElse(null));
            case RETURN -> status(before.orElse(null), BaseStatus.AWAY, BaseStatus.ALIVE);
            case DEATH, DEPARTURE, MISSING, AWAY ->
                status(before.orElse(null), BaseStatus.ALIVE, LeavingRules.statusAfter(mutation.kind));
        };
        effect.mutationId = mutation.id;
        effect.subjectId = mutation.residentId;
        return List.of(effect);
    }

    private static MutationEffect arrival(Mutation before) {
        if (before == null) {
            return entry();
        }
        boolean wasHere = before.kind.isAdding();
        return wasHere
                ? change(ResidentField.RESIDENCY, Residency.TEMPORARY, Residency.PERMANENT)
                : status(before, BaseStatus.MOVED, BaseStatus.ALIVE);
    }

    /** From the state the mutation before it led to; where that is not known, from the most likely one. */
    private static MutationEffect status(Mutation before, BaseStatus likely, BaseStatus after) {
        BaseStatus old = likely;
        if (before != null) {
            old = before.kind.isAdding() ? BaseStatus.ALIVE : LeavingRules.statusAfter(before.kind);
        }
        return change(ResidentField.BASE_STATUS, old, after);
    }

    private static MutationEffect change(ResidentField field, Object before, Object after) {
        MutationEffect effect = new MutationEffect();
        effect.field = field.property();
        effect.oldValue = FieldText.of(before);
        effect.newValue = FieldText.of(after);
        return effect;
    }

    private static MutationEffect entry() {
        MutationEffect effect = new MutationEffect();
        effect.field = MutationEffect.ENTERED;
        return effect;
    }
}
