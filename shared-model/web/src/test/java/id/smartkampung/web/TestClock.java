package id.smartkampung.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it on. */
@ApplicationScoped
public class TestClock {

    private Instant now = Instant.parse("2026-11-21T03:42:00Z");

    @Produces
    @Alternative
    @Priority(1)
    Clock clock() {
        return new Standing();
    }

    public void passes(Duration duration) {
        now = now.plus(duration);
    }

    /** Reads what the test has set. */
    private final class Standing extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
