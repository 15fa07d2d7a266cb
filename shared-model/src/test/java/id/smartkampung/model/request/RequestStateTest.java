package id.smartkampung.model.request;

import static id.smartkampung.model.request.RequestState.AWAITING_SIGNATURE;
import static id.smartkampung.model.request.RequestState.CANCELLED;
import static id.smartkampung.model.request.RequestState.COMPLETED;
import static id.smartkampung.model.request.RequestState.IN_REVIEW;
import static id.smartkampung.model.request.RequestState.NEEDS_COMPLETION;
import static id.smartkampung.model.request.RequestState.OUT_FOR_DELIVERY;
import static id.smartkampung.model.request.RequestState.READY;
import static id.smartkampung.model.request.RequestState.REJECTED;
import static id.smartkampung.model.request.RequestState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestStateTest {

    /** Written by hand a second time, as the officers drew it. */
    private static final Map<RequestState, Set<RequestState>> LEGAL = new EnumMap<>(Map.of(
            SUBMITTED, Set.of(IN_REVIEW, NEEDS_COMPLETION, REJECTED, CANCELLED),
            IN_REVIEW, Set.of(AWAITING_SIGNATURE, NEEDS_COMPLETION, REJECTED, CANCELLED),
            NEEDS_COMPLETION, Set.of(IN_REVIEW, REJECTED, CANCELLED),
            AWAITING_SIGNATURE, Set.of(READY, IN_REVIEW, REJECTED, CANCELLED),
            READY, Set.of(COMPLETED, OUT_FOR_DELIVERY),
            OUT_FOR_DELIVERY, Set.of(COMPLETED, READY),
            COMPLETED, Set.of(),
            REJECTED, Set.of(),
            CANCELLED, Set.of()));

    @Test
    void exactlyTheDrawnTransitionsAreLegal() {
        for (RequestState from : RequestState.values()) {
            for (RequestState to : RequestState.values()) {
                assertThat(from.canBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }

    @Test
    void everyStateCanBeReachedFromTheFirst() {
        Set<RequestState> reached = EnumSet.of(SUBMITTED);
        for (int i = 0; i < RequestState.values().length; i++) {
            Set.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
    }

    @Test
    void aRequestEndsCompletedRejectedOrCancelled() {
        assertThat(RequestState.values())
                .filteredOn(RequestState::isFinal)
                .containsExactly(COMPLETED, REJECTED, CANCELLED);
    }

    @Test
    void whatDisappointsTheApplicantNeedsAReason() {
        assertThat(RequestState.values())
                .filteredOn(RequestState::needsReason)
                .containsExactlyInAnyOrder(NEEDS_COMPLETION, REJECTED, CANCELLED);
    }

    @Test
    void theSetOfNextStatesCannotBeUsedToChangeTheTable() {
        SUBMITTED.next().clear();

        assertThat(SUBMITTED.next()).isNotEmpty();
    }
}
