package id.smartkampung.village.backup;

import java.time.Duration;
import java.time.Instant;

/** Lets more and more time pass between attempts that fail. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofHours(6);

    private final Duration first;
    private Duration pause;
    private Instant until = Instant.MIN;

    Backoff(Duration first) {
        this.first = first;
        this.pause = first;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    void failed(Instant now) {
        until = now.plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }

    void end() {
        until = Instant.MIN;
        pause = first;
    }
}
