package id.smartkampung.model.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.event.FamilyRecorded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Tests the tester: whatever happens to a single row is noticed and named. Each repetition is a seed. */
class ProofPropertiesTest {

    private static final int ROWS = 400;

    @RepeatedTest(200)
    void aChangedRowIsNoticedAndNamed(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> held = new ArrayList<>(Rows.families(random, ROWS));
        List<FamilyRecorded> sent = List.copyOf(held);
        int at = random.nextInt(ROWS);
        held.set(at, changed(held.get(at), random));

        assertThat(Rows.tree(held).root()).isNotEqualTo(Rows.tree(sent).root());
        assertThat(differences(sent, held).altered())
                .containsExactly(held.get(at).familyId());
    }

    @RepeatedTest(200)
    void aDroppedRowIsNoticedAndNamed(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> held = new ArrayList<>(Rows.families(random, ROWS));
        List<FamilyRecorded> sent = List.copyOf(held);
        FamilyRecorded dropped = held.remove(random.nextInt(ROWS));

        assertThat(Rows.tree(held).root()).isNotEqualTo(Rows.tree(sent).root());
        assertThat(differences(sent, held).missing()).containsExactly(dropped.familyId());
    }

    @RepeatedTest(200)
    void anAddedRowIsNoticedAndNamed(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> held = new ArrayList<>(Rows.families(random, ROWS));
        List<FamilyRecorded> sent = List.copyOf(held);
        held.addAll(Rows.families(random, 1));

        assertThat(Rows.tree(held).root()).isNotEqualTo(Rows.tree(sent).root());
        assertThat(differences(sent, held).extra())
                .containsExactly(held.get(ROWS).familyId());
    }

    @RepeatedTest(200)
    void twoRowsWithSwappedValuesAreNoticedAndNamed(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> held = new ArrayList<>(Rows.families(random, ROWS));
        List<FamilyRecorded> sent = List.copyOf(held);
        int at = random.nextInt(ROWS / 2);
        int otherAt = ROWS / 2 + random.nextInt(ROWS / 2);
        FamilyRecorded one = sent.get(at);
        FamilyRecorded other = sent.get(otherAt);
        held.set(at, withValuesOf(one, other));
        held.set(otherAt, withValuesOf(other, one));

        assertThat(Rows.tree(held).root()).isNotEqualTo(Rows.tree(sent).root());
        assertThat(differences(sent, held).altered()).containsExactlyInAnyOrder(one.familyId(), other.familyId());
    }

    @RepeatedTest(50)
    void readingOnlyTheChangedBucketsAnewGivesTheTreeOfAllRows(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> before = new ArrayList<>(Rows.families(random, ROWS));
        DigestTree tree = Rows.tree(before);
        BitSet dirty = new BitSet();
        List<FamilyRecorded> after = new ArrayList<>(before);
        for (int i = 0; i < 5; i++) {
            int at = random.nextInt(ROWS);
            after.set(at, changed(after.get(at), random));
            dirty.set(Bucket.of(after.get(at).familyId()));
        }
        List<RowDigest> rows = Rows.digests(after).stream()
                .filter(row -> dirty.get(row.bucket()))
                .toList();

        assertThat(tree.with(dirty, rows)).isEqualTo(Rows.tree(after));
    }

    @RepeatedTest(50)
    void theBucketsThatDifferAreFoundByTheirShortDigests(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<FamilyRecorded> held = new ArrayList<>(Rows.families(random, ROWS));
        DigestTree sent = Rows.tree(held);
        int at = random.nextInt(ROWS);
        held.set(at, changed(held.get(at), random));

        assertThat(Rows.tree(held).differing(sent.shortBytes()).stream().toArray())
                .containsExactly(Bucket.of(held.get(at).familyId()));
    }

    @Test
    void theOrderInWhichRowsWereReadDoesNotMatterToWhoeverSortsThem() {
        List<FamilyRecorded> rows = new ArrayList<>(Rows.families(new Random(1), ROWS));
        DigestTree tree = Rows.tree(rows);

        Collections.shuffle(rows, new Random(2));

        assertThat(Rows.tree(rows)).isEqualTo(tree);
    }

    @Test
    void aRowThatComesTwiceIsRefused() {
        List<FamilyRecorded> rows = new ArrayList<>(Rows.families(new Random(1), 3));
        rows.add(rows.get(0));

        assertThatThrownBy(() -> Rows.tree(rows)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeIsKeptAndReadAgainWithoutLoss() {
        DigestTree tree = Rows.tree(Rows.families(new Random(1), ROWS));

        assertThat(DigestTree.ofBytes(CanonicalTable.FAMILY, tree.bytes())).isEqualTo(tree);
    }

    @Test
    void theSameRowsOfAnotherTableHaveAnotherRoot() {
        List<RowDigest> rows = Rows.digests(Rows.families(new Random(1), 3));

        assertThat(DigestTree.of(CanonicalTable.RESIDENT, rows).root())
                .isNotEqualTo(DigestTree.of(CanonicalTable.FAMILY, rows).root());
    }

    @Test
    void keysAreOrderedByTheirBytes() {
        UUID low = UUID.fromString("7fffffff-ffff-4fff-bfff-ffffffffffff");
        UUID high = UUID.fromString("80000000-0000-4000-8000-000000000000");

        assertThat(RowDigest.BY_BYTES.compare(low, high)).isNegative();
    }

    private static RowDifferences differences(List<FamilyRecorded> sent, List<FamilyRecorded> held) {
        return RowDifferences.between(Rows.digests(sent), Rows.digests(held));
    }

    private static FamilyRecorded changed(FamilyRecorded row, Random random) {
        String other = random.nextBoolean() ? null : row.address() + " ";
        return switch (random.nextInt(4)) {
            case 0 -> new FamilyRecorded(row.familyId(), null, row.address(), row.dusun(), row.rw(), row.rt());
            case 1 -> new FamilyRecorded(row.familyId(), row.noKk(), other, row.dusun(), row.rw(), row.rt());
            // The same letters with the border between two fields moved.
            case 2 ->
                new FamilyRecorded(
                        row.familyId(),
                        row.noKk(),
                        row.address() + "D",
                        row.dusun().substring(1),
                        row.rw(),
                        row.rt());
            default -> new FamilyRecorded(row.familyId(), row.noKk(), row.address(), row.dusun(), row.rw(), "");
        };
    }

    private static FamilyRecorded withValuesOf(FamilyRecorded row, FamilyRecorded other) {
        return new FamilyRecorded(row.familyId(), other.noKk(), other.address(), other.dusun(), other.rw(), other.rt());
    }
}
