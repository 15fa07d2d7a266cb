package id.smartkampung.district.manners;

import id.smartkampung.district.api.ApiCall;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names each call, so that caller and log speak of the same one: the caller's {@code X-Request-Id} or a new one, and the
 * caller's trace (W3C Trace Context, level 2) in {@code traceresponse}.
 */
@ApplicationScoped
class CallIds {

    static final String REQUEST_ID = "X-Request-Id";

    private static final int EARLY = 9_000;
    private static final int SPAN_BYTES = 8;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern A_PERSON = Pattern.compile("[0-9]{16}");
    private static final Pattern TRACE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");
    private static final SecureRandom RANDOM = new SecureRandom();

    void register(@Observes Filters filters) {
        filters.register(CallIds::name, EARLY);
    }

    private static void name(RoutingContext request) {
        if (ApiCall.isOne(request)) {
            String id = idOf(request.request().getHeader(REQUEST_ID));
            MDC.put("requestId", id);
            request.response().putHeader(REQUEST_ID, id);
            trace(request);
        }
        request.next();
    }

    /** One of a fit form stays; what may be a NIK does not go into a log. */
    private static String idOf(String given) {
        boolean fit = given != null
                && ID.matcher(given).matches()
                && !A_PERSON.matcher(given).find();
        return fit ? given : UUID.randomUUID().toString();
    }

    private static void trace(RoutingContext request) {
        String parent = request.request().getHeader("traceparent");
        Matcher trace = TRACE.matcher(parent == null ? "" : parent);
        if (trace.matches()) {
            byte[] span = new byte[SPAN_BYTES];
            RANDOM.nextBytes(span);
            MDC.put("traceId", trace.group(1));
            request.response()
                    .putHeader(
                            "traceresponse",
                            "00-" + trace.group(1) + "-" + HexFormat.of().formatHex(span) + "-" + trace.group(2));
        }
    }
}
