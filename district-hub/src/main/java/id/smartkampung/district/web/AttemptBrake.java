package id.smartkampung.district.web;

import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: so many attempts an address in a while, less those that were right; each door has its own.
 */
@Dependent
public class AttemptBrake {

    static final int ATTEMPTS = 20;

    /** Whoever is not admitted may try again after this. */
    public static final Duration WHILE = Duration.ofMinutes(10);

    /** More addresses than that are forgotten, the oldest first. */
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    AttemptBrake(Clock clock) {
        this.clock = clock;
    }

    private record Count(Instant since, int attempts) {}

    /** Whether this attempt may go on; it counts before it is looked at, so that many at once gain nothing. */
    public synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Count known = counts.remove(address);
        boolean fresh = known == null || known.since().plus(WHILE).isBefore(now);
        Count count = fresh ? new Count(now, 1) : new Count(known.since(), known.attempts() + 1);
        counts.put(address, count);
        if (counts.size() > ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count.attempts() <= ATTEMPTS;
    }

    /** It was right: many callers may stand behind one address. */
    public synchronized void release(String address) {
        counts.computeIfPresent(address, (some, count) -> new Count(count.since(), count.attempts() - 1));
    }
}
