package id.smartkampung.district.live;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Lets the first change through at once and gathers those that follow closely, so that pages are not flooded. */
final class Gathering {

    private final long nanosBetween;
    private Set<String> pending = new TreeSet<>();
    private long freeAt;
    private boolean started;

    Gathering(Duration between) {
        this.nanosBetween = between.toNanos();
    }

    void add(String node) {
        pending.add(node);
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** How long one may wait for more before what was gathered is due. */
    int waitMillis(long now, int idleMillis) {
        if (pending.isEmpty()) {
            return idleMillis;
        }
        return started ? (int) Math.max(0, Duration.ofNanos(freeAt - now).toMillis()) : 0;
    }

    /** What is due now; empty if nothing came or the last was told too short a time ago. */
    Set<String> take(long now) {
        if (pending.isEmpty() || (started && now - freeAt < 0)) {
            return Set.of();
        }
        Set<String> due = pending;
        pending = new TreeSet<>();
        started = true;
        freeAt = now + nanosBetween;
        return due;
    }
}
