package id.smartkampung.village.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where a test puts it; only for tests that choose it. */
@Alternative
@ApplicationScoped
public class MovingClock {

    private static Instant now = Instant.parse("2026-01-05T02:00:00Z");

    @Produces
    @Alternative
    Clock clock() {
        return new Standing();
    }

    /** It is nine in the morning of this day; each reading is a microsecond later than the last. */
    static void puts(LocalDate day) {
        now = day.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    private static synchronized Instant later() {
        now = now.plusNanos(1000);
        return now;
    }

    /** Reads what the test has set. */
    private static final class Standing extends Clock {

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
            return later();
        }
    }
}
