package id.smartkampung.model.request;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.request.MallStage.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a clerk at the mall reads, from whatever the hub holds. */
class MallStageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # answer,            state,              wants it back, signed, here,  handed, stage
            -,                   -,                  false,         false,  false, false,  SENT
            -,                   -,                  true,          false,  false, false,  WITHDRAWING
            CANCELLED,           -,                  true,          false,  false, false,  WITHDRAWN
            APPLICANT_UNKNOWN,   -,                  true,          false,  false, false,  REFUSED
            -,                   SUBMITTED,          false,         false,  false, false,  RECEIVED
            -,                   SUBMITTED,          true,          false,  false, false,  WITHDRAWING
            NOT_WITHDRAWN,       SUBMITTED,          true,          false,  false, false,  RECEIVED
            NOT_WITHDRAWN,       IN_REVIEW,          true,          false,  false, false,  IN_WORK
            NEEDS_COMPLETION,    NEEDS_COMPLETION,   false,         false,  false, false,  NEEDS_COMPLETION
            NEEDS_COMPLETION,    IN_REVIEW,          false,         false,  false, false,  IN_WORK
            -,                   AWAITING_SIGNATURE, false,         false,  false, false,  IN_WORK
            -,                   READY,              false,         false,  false, false,  IN_WORK
            -,                   READY,              false,         true,   false, false,  SIGNED
            -,                   READY,              false,         true,   true,  false,  PRINTABLE
            -,                   OUT_FOR_DELIVERY,   false,         true,   true,  false,  PRINTABLE
            -,                   COMPLETED,          false,         true,   true,  false,  PRINTABLE
            -,                   READY,              false,         true,   false, true,   HANDED_OUT
            -,                   COMPLETED,          false,         false,  false, false,  ENDED
            REJECTED,            REJECTED,           false,         false,  false, false,  REFUSED
            NOT_WITHDRAWN,       REJECTED,           true,          false,  false, false,  REFUSED
            CANCELLED,           CANCELLED,          true,          false,  false, false,  WITHDRAWN
            """)
    void aStageIsWorkedOutFromWhatIsHeld(
            MallAnswer answer,
            RequestState state,
            boolean withdrawing,
            boolean signed,
            boolean here,
            boolean handed,
            MallStage stage) {
        assertThat(MallStage.of(new Held(answer, state, withdrawing, signed, here, handed)))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource(MallAnswer.class)
    void whatWasRefusedUnseenIsRefused(MallAnswer answer) {
        if (answer.isRefusedUnseen()) {
            assertThat(MallStage.of(new Held(answer, null, false, false, false, false)))
                    .isEqualTo(MallStage.REFUSED);
        }
    }

    @Test
    void onlyWhatNobodyWorksOnIsTheMallsToTakeBack() {
        assertThat(Withdrawal.answer(RequestState.SUBMITTED)).isEqualTo(MallAnswer.CANCELLED);
        assertThat(Withdrawal.answer(RequestState.IN_REVIEW)).isEqualTo(MallAnswer.NOT_WITHDRAWN);
        assertThat(Withdrawal.answer(RequestState.AWAITING_SIGNATURE)).isEqualTo(MallAnswer.NOT_WITHDRAWN);
        assertThat(Withdrawal.answer(RequestState.REJECTED)).isEqualTo(MallAnswer.NOT_WITHDRAWN);
        assertThat(Withdrawal.answer(RequestState.CANCELLED)).isNull();
        assertThat(Withdrawal.answer(null)).isNull();
    }

    /** The village decides by the table of states: what it cancels for the mall must be a step that it knows. */
    @ParameterizedTest
    @EnumSource(RequestState.class)
    void whatIsTakenBackMayBeCancelled(RequestState state) {
        if (Withdrawal.answer(state) == MallAnswer.CANCELLED) {
            assertThat(state.canBecome(RequestState.CANCELLED)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(MallStage.class)
    void whatHasEndedIsNotTakenBack(MallStage stage) {
        assertThat(stage.isEnd() && stage.mayWithdraw()).isFalse();
    }
}
