package id.smartkampung.model.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConservationTest {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BUDI = new UUID(0, 2);
    private static final UUID CITRA = new UUID(0, 3);

    @Test
    void itHoldsWhenEverybodyIsInOneVillage() {
        Conservation both = after(List.of(Set.of(ANA), Set.of(BUDI)), Set.of(), Set.of());

        assertThat(both).isEqualTo(new Conservation(2, 2, List.of(), List.of(), List.of(), List.of()));
        assertThat(both.isSettled()).isTrue();
    }

    @Test
    void whoWasHandedOverAndNotTakenIsOnTheWay() {
        Conservation one = after(List.of(Set.of(ANA), Set.of()), Set.of(BUDI), Set.of());

        assertThat(one.onTheWay()).containsExactly(BUDI);
        assertThat(one.holds()).isTrue();
        assertThat(one.isSettled()).isFalse();
    }

    @Test
    void whomNobodyHasIsNamed() {
        Conservation one = after(List.of(Set.of(ANA), Set.of()), Set.of(), Set.of());

        assertThat(one.inNone()).containsExactly(BUDI);
        assertThat(one.holds()).isFalse();
    }

    @Test
    void whomTwoVillagesHaveIsNamedAndCountsForNeither() {
        Conservation two = after(List.of(Set.of(ANA, BUDI), Set.of(BUDI)), Set.of(), Set.of());

        assertThat(two.inTwo()).containsExactly(BUDI);
        assertThat(two.found()).isEqualTo(1);
        assertThat(two.holds()).isFalse();
    }

    @Test
    void whoCameLaterAndIsInTwoVillagesIsNamedToo() {
        assertThat(after(List.of(Set.of(ANA, CITRA), Set.of(BUDI, CITRA)), Set.of(), Set.of())
                        .inTwo())
                .containsExactly(CITRA);
    }

    @Test
    void whoCameLaterAndWasHandedOverIsFollowedToo() {
        assertThat(Conservation.of(Set.of(ANA), Set.of(CITRA), List.of(Set.of(ANA)), Set.of(), Set.of())
                        .inNone())
                .containsExactly(CITRA);
    }

    @Test
    void whomAVillageTookOutItselfIsExplained() {
        Conservation out = after(List.of(Set.of(ANA), Set.of()), Set.of(), Set.of(BUDI));

        assertThat(out.withdrawn()).containsExactly(BUDI);
        assertThat(out.isSettled()).isTrue();
    }

    private static Conservation after(List<Set<UUID>> held, Set<UUID> notTaken, Set<UUID> out) {
        return Conservation.of(Set.of(ANA, BUDI), Set.of(), held, notTaken, out);
    }
}
