package id.smartkampung.district.open;

import id.smartkampung.district.api.ApiCall;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long this hub took to answer pages and calls in the last minutes, up to the first byte; what is served as a file would
 * only flatter it, and what waits on purpose would only darken it.
 */
@ApplicationScoped
class AnswerTimes {

    /** Before whatever takes time, behind the headers of all answers. */
    private static final int EARLY = 9_500;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int PARTS = 5;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    /** Probes, files, and those that wait until something changes. */
    private static final List<String> LEFT_OUT =
            List.of("/q/", "/webjars/", "/_", "/langsung", ApiCall.PATH + "changes");

    private final Timer timer;

    AnswerTimes(MeterRegistry registry) {
        timer = Timer.builder("kampung.answers")
                .publishPercentiles(HALF, NEARLY_ALL)
                .distributionStatisticExpiry(WINDOW)
                .distributionStatisticBufferLength(PARTS)
                .register(registry);
    }

    /** Half of the answers took no longer than the one, 99 of 100 no longer than the other; in milliseconds. */
    record Speed(long half, long nearlyAll) {}

    void register(@Observes Filters filters) {
        filters.register(this::time, EARLY);
    }

    /** Empty when nobody has asked anything. */
    Optional<Speed> now() {
        long half = 0;
        long nearlyAll = 0;
        for (ValueAtPercentile value : timer.takeSnapshot().percentileValues()) {
            long millis = (long) Math.ceil(value.value(TimeUnit.MILLISECONDS));
            if (value.percentile() < NEARLY_ALL) {
                half = millis;
            } else {
                nearlyAll = millis;
            }
        }
        return nearlyAll == 0 ? Optional.empty() : Optional.of(new Speed(half, nearlyAll));
    }

    void took(Duration time) {
        timer.record(time);
    }

    static boolean counts(String path) {
        return LEFT_OUT.stream().noneMatch(path::startsWith);
    }

    private void time(RoutingContext request) {
        if (counts(request.normalizedPath())) {
            long began = System.nanoTime();
            request.addHeadersEndHandler(ended -> took(Duration.ofNanos(System.nanoTime() - began)));
        }
        request.next();
    }
}
