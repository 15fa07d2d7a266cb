package id.smartkampung.village.book;

import id.smartkampung.deploy.testsupport.MovingClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The clock of a year that is lived day by day; only for tests that choose it. */
@Alternative
@ApplicationScoped
public class LivedYearClock {

    /** Moves on by a microsecond with each reading: what is done later is later. */
    private static final MovingClock CLOCK =
            new MovingClock(Instant.parse("2026-01-05T02:00:00Z"), Duration.ofNanos(1000));

    @Produces
    @Alternative
    Clock clock() {
        return CLOCK;
    }

    /** It is nine in the morning of this day. */
    static void puts(LocalDate day) {
        CLOCK.setTo(day.atTime(2, 0).toInstant(ZoneOffset.UTC));
    }
}
