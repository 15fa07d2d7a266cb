package id.smartkampung.model.proof;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.proof.Repair.Finding;
import id.smartkampung.model.proof.Repair.Next;
import id.smartkampung.model.proof.Repair.Step;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepairTest {

    private static final UUID ID = new UUID(1, 2);
    private static final UUID ROW = new UUID(3, 4);
    private static final Map<String, BitSet> NONE = Map.of();
    private static final Map<String, BitSet> UNLOCATED = Map.of("family", new BitSet());
    private static final RowDifferences ONE_ROW = new RowDifferences(List.of(ROW), List.of(), List.of());

    @Test
    void equalRootsAreProven() {
        assertThat(checkpoint(null, Reason.HOURLY, NONE)).isEqualTo(new Next(Finding.EQUAL, null, List.of()));
    }

    @Test
    void anUnequalRootAsksForTheBuckets() {
        Next next = checkpoint(null, Reason.HOURLY, UNLOCATED);

        assertThat(next.finding()).isEqualTo(Finding.DIVERGED);
        assertThat(next.commands()).containsExactly(new DistrictEvent.CheckpointWanted(ID, List.of("family")));
    }

    @Test
    void unequalBucketsAreListed() {
        Next next = checkpoint(in(Step.BUCKETS), Reason.WANTED, Map.of("family", buckets(7, 201)));

        assertThat(next.repair().step()).isEqualTo(Step.LISTING);
        assertThat(next.commands())
                .containsExactly(new DistrictEvent.BucketListingWanted(ID, "family", List.of(7, 201)));
    }

    @Test
    void aCheckpointThatWasNotAskedForChangesNothingMeanwhile() {
        for (Step step : Step.values()) {
            assertThat(checkpoint(in(step), Reason.HOURLY, UNLOCATED))
                    .isEqualTo(new Next(Finding.DIFFERENT, in(step), List.of()));
        }
    }

    @Test
    void aTableOfWhichMuchIsUnequalIsSentAgainAsAWhole() {
        BitSet many = new BitSet();
        many.set(0, 65);

        Next next = checkpoint(in(Step.BUCKETS), Reason.WANTED, Map.of("family", many));

        assertThat(next.repair().step()).isEqualTo(Step.ROWS);
        assertThat(next.commands()).containsExactly(new DistrictEvent.SnapshotWanted(ID, List.of("family")));
    }

    @Test
    void theUnequalRowIsAskedFor() {
        Next next = Repair.atListing(in(Step.LISTING), "family", ONE_ROW, Set.of(), () -> ID);

        assertThat(next.repair().step()).isEqualTo(Step.ROWS);
        assertThat(next.commands()).containsExactly(new DistrictEvent.RowsWanted(ID, "family", List.of(ROW)));
    }

    @Test
    void aRowOfWhichAnEventWaitsIsExplained() {
        assertThat(Repair.atListing(in(Step.LISTING), "family", ONE_ROW, Set.of(ROW), () -> ID))
                .isEqualTo(new Next(Finding.EXPLAINED, null, List.of()));
    }

    @Test
    void whatIsNoLongerUnequalIsToldByTheNextCheckpoint() {
        RowDifferences nothing = new RowDifferences(List.of(), List.of(), List.of());

        Next next = Repair.atListing(in(Step.LISTING), "family", nothing, Set.of(), () -> ID);

        assertThat(next.finding()).isEqualTo(Finding.GONE);
        assertThat(next.commands()).containsExactly(new DistrictEvent.CheckpointWanted(ID, List.of()));
    }

    @Test
    void thousandsOfUnequalRowsAreSentAgainAsAWhole() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(501).toList();

        Next next = Repair.atListing(
                in(Step.LISTING), "family", new RowDifferences(many, List.of(), List.of()), Set.of(), () -> ID);

        assertThat(next.commands()).containsExactly(new DistrictEvent.SnapshotWanted(ID, List.of("family")));
    }

    @Test
    void rowsThatWereSentAgainAreProven() {
        assertThat(checkpoint(in(Step.ROWS), Reason.REPAIR, NONE).finding()).isEqualTo(Finding.EQUAL);
    }

    @Test
    void theFirstFailureBeginsAgain() {
        Next next = checkpoint(in(Step.ROWS), Reason.REPAIR, UNLOCATED);

        assertThat(next.repair()).isEqualTo(new Repair(Step.BUCKETS, 1, 0, 0, 1));
    }

    @Test
    void theSecondFailureStops() {
        Next next = checkpoint(new Repair(Step.ROWS, 1, 1, 0, 1), Reason.REPAIR, UNLOCATED);

        assertThat(next.finding()).isEqualTo(Finding.GIVEN_UP);
        assertThat(next.repair().step()).isEqualTo(Step.STOPPED);
        assertThat(next.commands()).isEmpty();
    }

    @Test
    void twoOrdersForRowsAreBothAwaited() {
        Next next = checkpoint(new Repair(Step.ROWS, 2, 2, 0, 0), Reason.REPAIR, UNLOCATED);

        assertThat(next.repair()).isEqualTo(new Repair(Step.ROWS, 1, 2, 0, 0));
    }

    @Test
    void aStoppedRepairEndsWhenTheRowsAreEqualAgain() {
        assertThat(checkpoint(in(Step.STOPPED), Reason.HOURLY, NONE).repair()).isNull();
    }

    private static Next checkpoint(Repair running, Reason reason, Map<String, BitSet> differing) {
        return Repair.atCheckpoint(running, reason, differing, () -> ID);
    }

    private static Repair in(Step step) {
        return new Repair(step, 1, 0, 0, 0);
    }

    private static BitSet buckets(int... buckets) {
        BitSet set = new BitSet();
        for (int bucket : buckets) {
            set.set(bucket);
        }
        return set;
    }
}
