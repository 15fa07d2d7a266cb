package id.smartkampung.district.inbox;

import java.time.Duration;

/** How long to leave database and broker alone after a failure: twice as long each time, until something works again. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration first;
    private Duration next;
    private long until;
    private boolean waiting;

    Backoff(Duration first) {
        this.first = first;
        this.next = first;
    }

    /** Begins a pause and says how long it is. */
    Duration begin() {
        Duration pause = next;
        until = System.nanoTime() + pause.toNanos();
        waiting = true;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Ends the pause when it has lasted long enough; says whether it did so. */
    boolean ends() {
        if (System.nanoTime() - until < 0) {
            return false;
        }
        waiting = false;
        return true;
    }

    /** Something worked. */
    void reset() {
        next = first;
    }
}
