package id.smartkampung.deploy.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it on. */
public final class MovingClock extends Clock {

    private final Duration perReading;
    private Instant now;

    public MovingClock(Instant begin) {
        this(begin, Duration.ZERO);
    }

    /** @param perReading how much later each reading is than the last */
    public MovingClock(Instant begin, Duration perReading) {
        this.now = begin;
        this.perReading = perReading;
    }

    public synchronized void passes(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized void setTo(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(perReading);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
