package id.smartkampung.model.proof;

import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.BucketListingWanted;
import id.smartkampung.model.event.DistrictEvent.CheckpointWanted;
import id.smartkampung.model.event.DistrictEvent.RowsWanted;
import id.smartkampung.model.event.DistrictEvent.SnapshotWanted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the district finds the rows that are not the village's and has them sent again; decides over nothing but this
 * state and what the village said at one place of its log.
 *
 * <p>Root unequal → digests of all buckets → digests of the rows in the unequal ones → those rows → proven again. Rows of
 * which an event waits are explained. After two failures nothing more is tried: a person has to look.
 *
 * @param awaited answers still to come in this step
 * @param asked how many orders for rows are under way
 * @param explained rows that differ only because an event of them waits
 */
public record Repair(Step step, int awaited, int asked, int explained, int failures) {

    /** Beyond so many unequal buckets a table is sent again as a whole. */
    static final int MAX_BUCKETS = 64;

    /** Beyond so many unequal rows likewise. */
    static final int MAX_ROWS = 500;

    private static final int MAX_FAILURES = 2;

    /** What was asked for and not yet answered. */
    public enum Step {
        /** A checkpoint with the digests of all buckets. */
        BUCKETS,
        /** The digests of the rows in the unequal buckets. */
        LISTING,
        /** The rows themselves, or a snapshot. */
        ROWS,
        /** Nothing any more. */
        STOPPED
    }

    /** What a place of the log came to. */
    public enum Finding {
        /** The rows are the same. */
        EQUAL,
        /** They are the same but for rows of which an event waits. */
        EXPLAINED,
        /** They are not; it goes on. */
        DIFFERENT,
        /** They are not, and this was found here for the first time. */
        DIVERGED,
        /** They are not, and it has been tried often enough. */
        GIVEN_UP,
        /** What was to be found is no longer there; the next checkpoint tells. */
        GONE
    }

    /**
     * What follows.
     *
     * @param repair null when nothing is to be repaired any more
     */
    public record Next(Finding finding, Repair repair, List<DistrictEvent> commands) {

        public Next {
            commands = List.copyOf(commands);
        }
    }

    /**
     * At a checkpoint.
     *
     * @param running null when nothing is being repaired
     * @param differing tables whose roots are unequal, each with its unequal buckets, or with none when the village did
     *     not send the digests of its buckets
     */
    public static Next atCheckpoint(Repair running, Reason reason, Map<String, BitSet> differing, Supplier<UUID> ids) {
        if (differing.isEmpty()) {
            return new Next(Finding.EQUAL, null, List.of());
        }
        if (running == null) {
            return new Next(Finding.DIVERGED, begun(0), List.of(bucketsOf(differing, ids)));
        }
        return switch (running.step) {
            case BUCKETS -> running.locate(differing, ids);
            case LISTING, STOPPED -> running.waiting();
            case ROWS -> running.sentAgain(reason, differing, ids);
        };
    }

    /** At a listing of a table, compared with what is held. */
    public static Next atListing(
            Repair running, String table, RowDifferences found, Set<UUID> waiting, Supplier<UUID> ids) {
        if (running == null || running.step != Step.LISTING) {
            return new Next(Finding.GONE, running, List.of());
        }
        RowDifferences unexplained = found.without(waiting);
        List<UUID> rows = unexplained.all();
        List<DistrictEvent> commands = new ArrayList<>();
        if (rows.size() > MAX_ROWS) {
            commands.add(new SnapshotWanted(ids.get(), List.of(table)));
        } else if (!rows.isEmpty()) {
            commands.add(new RowsWanted(ids.get(), table, rows));
        }
        Repair after = new Repair(
                Step.LISTING,
                running.awaited - 1,
                running.asked + commands.size(),
                running.explained + found.all().size() - rows.size(),
                running.failures);
        if (after.awaited > 0) {
            return new Next(Finding.DIFFERENT, after, commands);
        }
        if (after.asked > 0) {
            return new Next(Finding.DIFFERENT, after.awaitingRows(after.asked), commands);
        }
        if (after.explained > 0) {
            return new Next(Finding.EXPLAINED, null, commands);
        }
        return new Next(Finding.GONE, null, List.of(new CheckpointWanted(ids.get(), List.of())));
    }

    private static Repair begun(int failures) {
        return new Repair(Step.BUCKETS, 1, 0, 0, failures);
    }

    private static DistrictEvent bucketsOf(Map<String, BitSet> differing, Supplier<UUID> ids) {
        return new CheckpointWanted(ids.get(), List.copyOf(differing.keySet()));
    }

    private Repair awaitingRows(int orders) {
        return new Repair(Step.ROWS, orders, orders, explained, failures);
    }

    private Next waiting() {
        return new Next(Finding.DIFFERENT, this, List.of());
    }

    /** Another checkpoint may come before the one that was asked for; it has no buckets. */
    private Next locate(Map<String, BitSet> differing, Supplier<UUID> ids) {
        if (differing.values().stream().allMatch(BitSet::isEmpty)) {
            return waiting();
        }
        if (differing.values().stream().anyMatch(each -> each.isEmpty() || each.cardinality() > MAX_BUCKETS)) {
            List<String> tables = List.copyOf(differing.keySet());
            return new Next(Finding.DIFFERENT, awaitingRows(1), List.of(new SnapshotWanted(ids.get(), tables)));
        }
        List<DistrictEvent> listings = new ArrayList<>();
        differing.forEach((table, buckets) -> listings.add(new BucketListingWanted(
                ids.get(), table, buckets.stream().boxed().toList())));
        return new Next(Finding.DIFFERENT, new Repair(Step.LISTING, listings.size(), 0, 0, failures), listings);
    }

    private Next sentAgain(Reason reason, Map<String, BitSet> differing, Supplier<UUID> ids) {
        if (reason != Reason.REPAIR) {
            return waiting();
        }
        if (awaited > 1) {
            return new Next(Finding.DIFFERENT, new Repair(step, awaited - 1, asked, explained, failures), List.of());
        }
        int failed = failures + 1;
        if (failed >= MAX_FAILURES) {
            return new Next(Finding.GIVEN_UP, new Repair(Step.STOPPED, 0, 0, explained, failed), List.of());
        }
        return new Next(Finding.DIFFERENT, begun(failed), List.of(bucketsOf(differing, ids)));
    }
}
