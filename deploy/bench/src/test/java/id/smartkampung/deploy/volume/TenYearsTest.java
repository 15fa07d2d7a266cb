package id.smartkampung.deploy.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.volume.TenYears.Asked;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenYearsTest {

    private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");

    private final TenYears years = new TenYears(60_000, END);
    private final List<Asked> all =
            IntStream.range(0, years.requests()).mapToObj(years::asked).toList();

    @Test
    void asManyHaveALetterAsWereAskedFor() {
        assertThat(all.stream().filter(asked -> asked.has(RequestState.AWAITING_SIGNATURE)))
                .hasSize(60_000);
    }

    @Test
    void theLastOnesAreStillInTheHouse() {
        Map<RequestState, Long> states =
                all.stream().collect(Collectors.groupingBy(Asked::state, Collectors.counting()));

        assertThat(states)
                .containsEntry(RequestState.SUBMITTED, 40L)
                .containsEntry(RequestState.IN_REVIEW, 40L)
                .containsEntry(RequestState.AWAITING_SIGNATURE, 40L)
                .containsEntry(RequestState.READY, 40L)
                .containsEntry(RequestState.COMPLETED, 59_920L)
                .hasSize(5);
    }

    @Test
    void eachStepIsALegalOneAndTheLastIsItsState() {
        for (Asked asked : all) {
            List<Step> steps = asked.steps();
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i - 1).state().canBecome(steps.get(i).state()))
                        .isTrue();
                assertThat(steps.get(i).at()).isAfter(steps.get(i - 1).at());
            }
            assertThat(steps.get(0).state()).isEqualTo(RequestState.SUBMITTED);
            assertThat(steps.get(steps.size() - 1).state()).isEqualTo(asked.state());
        }
    }

    @Test
    void theyAreTenYearsInTheirOrderAndNothingIsToCome() {
        assertThat(all).extracting(Asked::submittedAt).isSorted();
        assertThat(Duration.between(all.get(0).submittedAt(), END).toDays()).isBetween(3_652L, 3_653L);
        assertThat(all).allSatisfy(asked -> assertThat(asked.lastAt()).isBeforeOrEqualTo(END));
    }

    @Test
    void someAreBroughtHomeOnTheirWayToTheEnd() {
        assertThat(all.get(0).has(RequestState.OUT_FOR_DELIVERY)).isTrue();
        assertThat(all.get(1).has(RequestState.OUT_FOR_DELIVERY)).isFalse();
    }

    @Test
    void soManyThatTheLastWouldEndTomorrowAreRefused() {
        assertThatThrownBy(() -> new TenYears(500_001, END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenYears(79, END)).isInstanceOf(IllegalArgumentException.class);
        TenYears most = new TenYears(500_000, END);
        assertThat(most.asked(most.requests() - 161).lastAt()).isBeforeOrEqualTo(END);
    }
}
