package id.smartkampung.web.verify;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many questions an address in a while: enough for an office that checks paper after paper. */
@ApplicationScoped
class VerifyBrake {

    static final int QUESTIONS = 60;

    private static final Duration WHILE = Duration.ofMinutes(1);

    /** More addresses than that are forgotten, the oldest first. */
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    VerifyBrake(Clock clock) {
        this.clock = clock;
    }

    private record Count(Instant since, int questions) {}

    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Count known = counts.remove(address);
        boolean fresh = known == null || known.since().plus(WHILE).isBefore(now);
        Count count = fresh ? new Count(now, 1) : new Count(known.since(), known.questions() + 1);
        counts.put(address, count);
        if (counts.size() > ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count.questions() <= QUESTIONS;
    }
}
