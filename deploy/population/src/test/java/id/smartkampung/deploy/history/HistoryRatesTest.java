package id.smartkampung.deploy.history;

import static id.smartkampung.deploy.history.Sarongan.HISTORY;
import static id.smartkampung.deploy.history.Sarongan.REPLAY;
import static id.smartkampung.deploy.history.Sarongan.RESIDENTS;
import static id.smartkampung.deploy.history.Sarongan.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.vocabulary.Relationship;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much happens, and how much of it is there in the end. */
class HistoryRatesTest {

    @Test
    void theRatesAreThoseOfTheRecipe() {
        assertThat(perThousandAndYear(count(MutationKind.DEATH))).isCloseTo(7.9, within(0.1));
        assertThat(perThousandAndYear(count(MutationKind.ARRIVAL))).isCloseTo(8.6, within(0.3));
        assertThat(perThousandAndYear(count(MutationKind.DEPARTURE))).isCloseTo(9.4, within(0.1));
        // Who is there at the end was born at the rate of the pyramid.
        assertThat(perThousandAndYear(count(MutationKind.BIRTH))).isCloseTo(12.4, within(1.5));
        assertThat(perThousandAndYear(REPLAY.requests.size())).isCloseTo(95, within(6.0));
    }

    @Test
    void theRegisterChangesAtTheRatesOfTheRecipe() {
        assertThat(perThousandAndYear(REPLAY.cards)).isCloseTo(18.0, within(2.0));
        assertThat(perThousandAndYear(REPLAY.families.size() - openingFamilies() - familiesThatCame()))
                .isCloseTo(9.0, within(0.2));
    }

    /** Fewer than the 7.6 of the recipe: most of those who are married at the end have older papers. */
    @Test
    void weddingsAreThoseOfWhichTheRegisterHasPapers() {
        assertThat(perThousandAndYear(REPLAY.married) / 2).isBetween(1.5, 3.0);
    }

    @Test
    void mostWhoDieAreOld() {
        long old = REPLAY.mutations.stream()
                .filter(one -> one.kind() == MutationKind.DEATH)
                .filter(one -> REPLAY.residents
                        .get(one.residentId())
                        .bornOn()
                        .isBefore(one.happenedOn().minusYears(60)))
                .count();

        assertThat((double) old / count(MutationKind.DEATH)).isBetween(0.55, 0.9);
    }

    @Test
    void someRequestsAreStillOpenAtTheEnd() {
        Map<Boolean, Long> byEnd = REPLAY.requests.values().stream()
                .collect(Collectors.partitioningBy(one -> one.state().isFinal(), Collectors.counting()));

        assertThat(byEnd.get(false)).isPositive().isLessThan(byEnd.get(true) / 20);
    }

    private static long openingFamilies() {
        return HISTORY.opening().stream()
                .filter(FamilyRecorded.class::isInstance)
                .count();
    }

    private static long familiesThatCame() {
        return REPLAY.mutations.stream()
                .filter(one -> one.kind() == MutationKind.ARRIVAL && one.relationship() == Relationship.HEAD)
                .count();
    }

    private static double perThousandAndYear(long count) {
        return count * 1000.0 / RESIDENTS / 2;
    }
}
