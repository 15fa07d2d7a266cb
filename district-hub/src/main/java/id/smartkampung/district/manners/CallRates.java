package id.smartkampung.district.manners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each client has called this hub in the running minute. */
@ApplicationScoped
class CallRates {

    private static final int MINUTE = 60;

    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    CallRates(Clock clock) {
        this.clock = clock;
    }

    private record Count(long minute, int calls) {

        Count next(long now) {
            return now == minute ? new Count(minute, calls + 1) : new Count(now, 1);
        }
    }

    /**
     * Where a client stands after a call.
     *
     * @param left how many calls more it may make
     * @param seconds until it may make all of them again
     */
    record Standing(boolean admitted, int left, int seconds) {}

    Standing call(String client, int callsPerMinute) {
        long second = clock.instant().getEpochSecond();
        Count count = counts.compute(
                client, (some, known) -> known == null ? new Count(second / MINUTE, 1) : known.next(second / MINUTE));
        int left = callsPerMinute - count.calls();
        return new Standing(left >= 0, Math.max(0, left), MINUTE - (int) (second % MINUTE));
    }
}
