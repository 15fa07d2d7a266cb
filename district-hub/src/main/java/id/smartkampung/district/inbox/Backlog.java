package id.smartkampung.district.inbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Long turns of one worker, on a thread of their own: present work of other villages waits for none of them. A village
 * has at most one under way, so its order is kept.
 *
 * <p>All methods are for the thread of the worker.
 */
final class Backlog implements AutoCloseable {

    /** One is applied, the next lies ready. */
    private static final int ROOM = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService thread;
    private final List<Begun> underWay = new ArrayList<>();
    private volatile boolean closed;

    Backlog(String name) {
        this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
    }

    private record Begun(
            TopicPartition village,
            Assignment.Place place,
            long offset,
            Future<Optional<VillageInbox.Received>> turn) {}

    /**
     * A turn that has come to its end.
     *
     * @param place as it was when the turn began; another one by now means that the village is read anew
     * @param offset of its first record
     * @param received what was stored; empty also when it failed
     * @param failure null when it did not fail
     */
    record Ended(
            TopicPartition village,
            Assignment.Place place,
            long offset,
            Optional<VillageInbox.Received> received,
            SQLException failure) {}

    /** How many turns may be begun now. */
    int room() {
        return ROOM - underWay.size();
    }

    boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** Villages of which nothing else may be applied meanwhile. */
    Set<TopicPartition> villages() {
        return underWay.stream().map(Begun::village).collect(Collectors.toSet());
    }

    void begin(
            TopicPartition village,
            Assignment.Place place,
            long offset,
            Callable<Optional<VillageInbox.Received>> turn) {
        Future<Optional<VillageInbox.Received>> begun = thread.submit(() -> {
            if (closed) {
                throw new SQLException("the worker stops");
            }
            return turn.call();
        });
        underWay.add(new Begun(village, place, offset, begun));
    }

    /** The turns that have ended since the last time. */
    Collection<Ended> ended() {
        List<Ended> ended = new ArrayList<>();
        underWay.removeIf(begun -> {
            if (begun.turn().isDone()) {
                ended.add(result(begun));
                return true;
            }
            return false;
        });
        return ended;
    }

    /** Waits until no turn of these villages is under way; what came of it is among those that have ended. */
    void awaitEnd(Collection<TopicPartition> villages) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Begun begun : underWay) {
            if (villages.contains(begun.village())) {
                try {
                    begun.turn().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (ExecutionException e) {
                    // It has ended; how, is said with the others.
                } catch (TimeoutException e) {
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static Ended result(Begun begun) {
        try {
            return new Ended(
                    begun.village(), begun.place(), begun.offset(), begun.turn().get(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted although the turn has ended", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                return new Ended(begun.village(), begun.place(), begun.offset(), Optional.empty(), failure);
            }
            throw new IllegalStateException("a turn of " + begun.village() + " failed", e.getCause());
        }
    }

    /** Lets the turn end that is being applied; what only lies ready is read again by whoever goes on. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
