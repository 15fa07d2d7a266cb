package id.smartkampung.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of runs of the production decisions under random faults. A run that fails tells its seed and its story.
 *
 * <p>{@code -Dsimulation.seed=…} repeats one run, {@code -Dsimulation.runs=…} makes more of them, {@code
 * -Dsimulation.first=…} begins with another seed.
 */
class SimulationTest {

    private static final int RUNS = Integer.getInteger("simulation.runs", 3_000);
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final Long SEED = Long.getLong("simulation.seed");

    @Test
    void villageAndHubAreEqualAndAreWhatWasDoneAfterAnyFaults() {
        LongStream seeds = SEED == null ? LongStream.range(FIRST, FIRST + RUNS) : LongStream.of(SEED);

        List<String> failures = seeds.mapToObj(seed -> Simulation.failureOf(seed, new Parts()))
                .filter(failure -> !failure.isEmpty())
                .limit(3)
                .toList();

        assertThat(failures).isEmpty();
    }
}
