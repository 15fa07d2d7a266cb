package id.smartkampung.deploy.trouble;

import java.util.SplittableRandom;

/** One direction of a line, which all connections share: what one of them sends the others wait for. */
final class Road {

    private final SplittableRandom random;
    private Weather weather;
    private long freeAt;
    private long lost;

    /** Moments are those of {@link System#nanoTime()}. */
    Road(Weather weather, SplittableRandom random, long now) {
        this.random = random;
        set(weather, now);
    }

    /** What waited for its turn until now waits no more. */
    synchronized void set(Weather next, long now) {
        weather = next;
        freeAt = now;
    }

    /** How many packets were lost so far. */
    synchronized long lost() {
        return lost;
    }

    /** When a packet arrives that sets out now. */
    synchronized long arrival(int bytes, long now) {
        freeAt = Math.max(now, freeAt) + bytes * 1_000_000_000L / weather.bytesPerSecond();
        long arrival = freeAt + weather.delay().toNanos();
        if (random.nextDouble() < weather.loss()) {
            lost++;
            return arrival + weather.retransmission().toNanos();
        }
        return arrival;
    }
}
