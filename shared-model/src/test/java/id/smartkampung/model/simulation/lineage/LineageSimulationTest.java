package id.smartkampung.model.simulation.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Many splits and merges of villages under random faults, and whether a defect planted into one would be noticed.
 *
 * <p>{@code -Dsimulation.seed=…} repeats one run.
 */
class LineageSimulationTest {

    private static final int RUNS = 500;
    private static final Long SEED = Long.getLong("simulation.seed");

    @Test
    void nobodyIsLostOrDoubledHoweverVillagesAreSplitAndMerged() {
        LongStream seeds = SEED == null ? LongStream.range(0, RUNS) : LongStream.of(SEED);

        List<String> failures = seeds.mapToObj(seed -> LineageRun.failureOf(seed, LineageFlaw.NONE))
                .filter(failure -> !failure.isEmpty())
                .limit(3)
                .toList();

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aPlantedFlawIsNoticed(LineageFlaw flaw) {
        assertThat(LongStream.range(0, RUNS)
                        .anyMatch(seed -> !LineageRun.failureOf(seed, flaw).isEmpty()))
                .isTrue();
    }
}
