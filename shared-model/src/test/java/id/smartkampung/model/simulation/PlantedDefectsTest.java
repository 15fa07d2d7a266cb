package id.smartkampung.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation is worth what it finds: each planted defect turns it red within a thousand runs. */
class PlantedDefectsTest {

    private static final int RUNS = 1_000;

    @ParameterizedTest
    @EnumSource
    void aPlantedDefectIsFoundWithinAThousandRuns(Defect defect) {
        assertThat(firstSeedThatFails(defect)).isLessThan(RUNS);
    }

    private static int firstSeedThatFails(Defect defect) {
        for (int seed = 0; seed < RUNS; seed++) {
            if (!Simulation.failureOf(seed, defect.parts).isEmpty()) {
                return seed;
            }
        }
        return RUNS;
    }
}
