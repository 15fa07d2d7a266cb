package id.smartkampung.web.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The only place that knows the wall clock; ticks in microseconds, which is what the database keeps. */
@ApplicationScoped
public class ClockProducer {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** A clock has no constructor for a proxy, so it is no normal-scoped bean. */
    @Produces
    Clock clock() {
        return ofMachine();
    }

    /** For a command that runs without the server. */
    public static Clock ofMachine() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
