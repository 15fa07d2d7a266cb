package id.smartkampung.deploy.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void thePartsAddUpToTheWhole() {
        assertThat(Quota.split(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
    }

    @Test
    void theLargestRemainderGetsTheRest() {
        assertThat(Quota.split(10, new long[] {15, 14, 71})).containsExactly(2, 1, 7);
    }

    @Test
    void whatHasNoWeightGetsNothing() {
        assertThat(Quota.split(5, new long[] {0, 3})).containsExactly(0, 5);
    }
}
