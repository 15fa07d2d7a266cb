package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

    @Test
    void aDeathIsReportedWithinThirtyDays() {
        assertThat(Deadline.of(MutationKind.DEATH, DAY, DAY.plusDays(30))).isEqualTo(new Deadline(DAY.plusDays(30), 0));
        assertThat(Deadline.of(MutationKind.DEATH, DAY, DAY.plusDays(33)).daysLate())
                .isEqualTo(3);
    }

    @Test
    void aBirthWithinSixty() {
        assertThat(Deadline.of(MutationKind.BIRTH, DAY, DAY.plusDays(60)).isMissed())
                .isFalse();
        assertThat(Deadline.of(MutationKind.BIRTH, DAY, DAY.plusDays(61)).isMissed())
                .isTrue();
    }

    @Test
    void aMoveHasNoDeadline() {
        assertThat(Deadline.of(MutationKind.DEPARTURE, DAY, DAY.plusYears(1))).isNull();
    }
}
