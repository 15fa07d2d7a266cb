package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.error.RefusedException;
import java.util.EnumSet;
import java.util.Set;

/** What can happen to whom and when: the state somebody is in says which mutations are possible, and what was before. */
final class LeavingRules {

    private LeavingRules() {}

    /** What may be recorded of a person in this state, in the order in which people ask for it. */
    static Set<MutationKind> possible(Resident resident) {
        return switch (resident.baseStatus) {
            case ALIVE -> {
                Set<MutationKind> leaving =
                        EnumSet.of(MutationKind.DEATH, MutationKind.DEPARTURE, MutationKind.MISSING, MutationKind.AWAY);
                if (resident.residency != Residency.PERMANENT) {
                    // Who lived here for a while stays for good.
                    leaving.add(MutationKind.ARRIVAL);
                }
                yield leaving;
            }
            case MISSING, AWAY -> EnumSet.of(MutationKind.DEATH, MutationKind.DEPARTURE, MutationKind.RETURN);
            case MOVED -> EnumSet.of(MutationKind.ARRIVAL);
            case DEAD, INVALID -> EnumSet.noneOf(MutationKind.class);
        };
    }

    static void require(MutationDraft draft, Resident resident) {
        if (!possible(resident).contains(draft.kind())) {
            throw new RefusedException("mutation-does-not-fit");
        }
        requireBorn(draft, resident);
        boolean earlier = Mutation.listHolding(resident.id).stream()
                .anyMatch(before -> draft.happenedOn().isBefore(before.happenedOn));
        if (earlier) {
            throw new RefusedException("mutation-before-last");
        }
    }

    /** Nothing happens to somebody before the day of birth. */
    static void requireBorn(MutationDraft draft, Resident resident) {
        if (resident.bornOn != null && draft.happenedOn().isBefore(resident.bornOn)) {
            throw new RefusedException("mutation-before-birth");
        }
    }

    static BaseStatus statusAfter(MutationKind kind) {
        return switch (kind) {
            case DEATH -> BaseStatus.DEAD;
            case DEPARTURE -> BaseStatus.MOVED;
            case MISSING -> BaseStatus.MISSING;
            case AWAY -> BaseStatus.AWAY;
            case BIRTH, ARRIVAL, RETURN -> throw new RefusedException("mutation-does-not-fit");
        };
    }
}
