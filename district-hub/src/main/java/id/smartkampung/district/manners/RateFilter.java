package id.smartkampung.district.manners;

import id.smartkampung.district.api.Caller;
import id.smartkampung.web.error.RefusedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps each client to its rate, and tells it how it stands (draft-ietf-httpapi-ratelimit-headers-10): so many calls in
 * each minute of the clock, counted by each hub for itself.
 */
@Singleton
class RateFilter {

    private static final int TOO_MANY = 429;

    private final CallRates rates;
    private final CallUsage usage;
    private final Caller caller;

    RateFilter(CallRates rates, CallUsage usage, Caller caller) {
        this.rates = rates;
        this.usage = usage;
        this.caller = caller;
    }

    @ServerRequestFilter
    void count(RoutingContext request) {
        if (caller.client().isEmpty()) {
            return;
        }
        String client = caller.client().get();
        int most = caller.callsPerMinute();
        CallRates.Standing standing = rates.call(client, most);
        usage.count(client, standing.admitted());
        HttpServerResponse response = request.response();
        response.putHeader("RateLimit-Policy", "\"minute\";q=" + most + ";w=60");
        response.putHeader("RateLimit", "\"minute\";r=" + standing.left() + ";t=" + standing.seconds());
        if (!standing.admitted()) {
            response.putHeader("Retry-After", String.valueOf(standing.seconds()));
            throw new RefusedException(TOO_MANY, "api.rate");
        }
    }
}
