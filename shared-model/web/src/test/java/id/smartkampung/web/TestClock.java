package id.smartkampung.web;

import id.smartkampung.deploy.testsupport.MovingClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** All tests here live by a clock that they move on. */
@ApplicationScoped
class TestClock {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    MovingClock clock() {
        return new MovingClock(Instant.parse("2026-11-21T03:42:00Z"));
    }
}
