package id.smartkampung.model.simulation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many runs of the production decisions of proof and repair, and of what they find with a defect planted beside them.
 *
 * <p>{@code -Dsimulation.seed=…} repeats one run, {@code -Dsimulation.runs=…} makes more of them.
 */
class ProofSimulationTest {

    private static final int RUNS = Integer.getInteger("simulation.runs", 1_000);
    private static final int RUNS_OF_A_DEFECT = 1_000;
    private static final Long SEED = Long.getLong("simulation.seed");

    @Test
    void whateverIsChangedBehindTheProgramIsNamedAndPutRightWithoutAFalseAlarm() {
        LongStream seeds = SEED == null ? LongStream.range(0, RUNS) : LongStream.of(SEED);

        List<String> failures = seeds.mapToObj(seed -> ProofSimulation.failureOf(seed, new ProofParts()))
                .filter(failure -> !failure.isEmpty())
                .limit(3)
                .toList();

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedDefectIsFoundWithinAThousandRuns(ProofDefect defect) {
        assertThat(LongStream.range(0, RUNS_OF_A_DEFECT)
                        .anyMatch(seed ->
                                !ProofSimulation.failureOf(seed, defect.parts).isEmpty()))
                .isTrue();
    }
}
