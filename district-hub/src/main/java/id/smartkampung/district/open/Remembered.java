package id.smartkampung.district.open;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What strangers read, read once in a while however many ask: one of them reads, and the others are told what was known
 * before. They wait only where nothing was.
 */
final class Remembered<T> {

    /** A database that is away is not asked by each of them. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(10);

    private final Supplier<T> source;
    private final Duration kept;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known<T> known;

    Remembered(Supplier<T> source, Duration kept, Clock clock) {
        this.source = source;
        this.kept = kept;
        this.clock = clock;
    }

    /** What was read, good for a while; or why nothing could be. */
    private record Known<T>(Instant until, T value, RuntimeException failure) {

        T told() {
            if (failure != null) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
            return value;
        }
    }

    T get() {
        Known<T> found = known;
        if (isGood(found)) {
            return found.told();
        }
        if (found == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return found.told();
        }
        try {
            if (!isGood(known)) {
                known = read(known);
            }
            return known.told();
        } finally {
            reading.unlock();
        }
    }

    private boolean isGood(Known<T> found) {
        return found != null && clock.instant().isBefore(found.until());
    }

    private Known<T> read(Known<T> before) {
        try {
            T value = source.get();
            return new Known<>(clock.instant().plus(kept), value, null);
        } catch (RuntimeException e) {
            boolean nothing = before == null || before.failure() != null;
            Instant until = clock.instant().plus(FAILURE_KEPT);
            return nothing ? new Known<>(until, null, e) : new Known<>(until, before.value(), null);
        }
    }
}
