package id.smartkampung.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.faults.FaultRow.TestName;
import id.smartkampung.deploy.regency.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultTableTest {

    private static final int CASES = 70;

    /** Where only the real thing counts: a kill, a pause, a cut line, another machine. */
    private static final Set<Integer> REAL = Set.of(
            1, 2, 3, 4, 6, 7, 10, 11, 15, 16, 19, 21, 22, 24, 26, 28, 29, 32, 33, 35, 37, 38, 39, 43, 45, 46, 47, 48,
            49, 51, 53, 54, 57, 58, 60, 62, 63, 64, 65);

    private final Path root = Checkout.here().root();
    private final List<FaultRow> rows = FaultRow.read(Files.readString(root.resolve("deploy/docs/faults.md")));

    FaultTableTest() throws IOException {}

    @Test
    void everyCaseHasItsRowInOrder() {
        assertThat(rows)
                .extracting(FaultRow::number)
                .isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void everyNamedTestRunsAndClaimsSomething() {
        TestSources sources = TestSources.of(root);

        assertThat(rows.stream()
                        .flatMap(row -> row.tests().stream())
                        .map(sources::trouble)
                        .flatMap(Optional::stream))
                .isEmpty();
    }

    @Test
    void aCaseWithoutATestSaysWhy() {
        assertThat(rows.stream()
                        .filter(row -> row.tests().isEmpty() && row.leftOut().isEmpty())
                        .map(FaultRow::number))
                .isEmpty();
    }

    @Test
    void aCaseThatDeservesWholeProcessesHasThemOrSaysWhyNot() {
        assertThat(rows.stream()
                        .filter(row -> REAL.contains(row.number())
                                && row.processes().isEmpty()
                                && row.leftOut().isEmpty())
                        .map(FaultRow::number))
                .isEmpty();
    }

    @Test
    void aDisabledTestIsTold() {
        assertThat(trouble("""
                    @Test
                    @Disabled
                    void holds() {
                        assertThat(1).isOne();
                    }
                """)).contains("SomeTest#holds is disabled");
    }

    @Test
    void aTestThatOnlyTalksOfAnAssertionIsTold() {
        assertThat(trouble("""
                    @Test
                    void holds() {
                        // assertThat(1)
                        say("assertThat(1)");
                    }
                """)).contains("SomeTest#holds claims nothing");
    }

    @Test
    void aMissingTestIsTold() {
        assertThat(trouble("""
                    @Test
                    void other() {
                        assertThat(1).isOne();
                    }
                """)).contains("SomeTest#holds is missing");
    }

    @Test
    void aTestMayRunWithATableOfValues() {
        assertThat(trouble("""
                    @ParameterizedTest
                    @CsvSource({"1, 2", "3, 4"})
                    void holds(int one, int other) {
                        assertThat(one).isLessThan(other);
                    }
                """)).isEmpty();
    }

    @Test
    void aMethodThatNobodyRunsIsTold() {
        assertThat(trouble("""
                    void holds() {
                        assertThat(1).isOne();
                    }
                """)).contains("SomeTest#holds is no test");
    }

    @Test
    void aTestMayAssertThroughAMethodOfItsClass() {
        assertThat(trouble("""
                    @Test
                    void holds() {
                        check();
                    }

                    private static void check() {
                        assertThat(1).isOne();
                    }
                """)).isEmpty();
    }

    private static Optional<String> trouble(String members) {
        return new TestSources(Map.of("SomeTest", "class SomeTest {\n\n" + members + "}\n"))
                .trouble(new TestName("SomeTest", "holds"));
    }
}
