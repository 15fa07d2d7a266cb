package id.smartkampung.district.manners;

import id.smartkampung.district.api.ApiCall;
import id.smartkampung.district.api.Caller;
import id.smartkampung.web.backup.Digests;
import id.smartkampung.web.error.RefusedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets a caller send a POST again without its being done twice (draft-ietf-httpapi-idempotency-key-header-07): the same
 * key brings the same answer, for seven days.
 */
@Singleton
class RepeatedCall {

    /** Behind rights and rates: what they refuse has not begun. */
    private static final int AFTER_RATES = 6000;

    /** When all others have made the answer what it is. */
    private static final int LAST = 100;

    private static final String KEY = "Idempotency-Key";
    private static final String CLAIM = "kampung.repeated-call";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int BAD_REQUEST = 400;
    private static final int OTHER = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int BROKEN = 500;

    private final RepeatedCalls calls;
    private final Caller caller;

    RepeatedCall(RepeatedCalls calls, Caller caller) {
        this.calls = calls;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = AFTER_RATES)
    Optional<Response> begin(ContainerRequestContext request, RoutingContext exchange) throws IOException {
        String key = request.getHeaderString(KEY);
        boolean counts = key != null && request.getMethod().equals("POST") && ApiCall.isOne(exchange);
        if (!counts) {
            return Optional.empty();
        }
        if (!FORM.matcher(key).matches()) {
            throw new RefusedException(BAD_REQUEST, "api.key");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        RepeatedCalls.Claim claim = new RepeatedCalls.Claim(caller.owner(), key, fingerprint(key, exchange, body));
        RepeatedCalls.Standing standing = calls.begin(claim);
        switch (standing.kind()) {
            case NEW -> exchange.put(CLAIM, claim);
            case OTHER -> throw new RefusedException(OTHER, "api.key-other");
            case UNDER_WAY -> throw new RefusedException("api.key-in-flight");
            case LOST -> throw new RefusedException("api.key-lost");
            case ANSWERED -> {
                return Optional.of(standing.answer().again());
            }
        }
        return Optional.empty();
    }

    @ServerResponseFilter(priority = LAST)
    void end(ContainerResponseContext response, RoutingContext exchange) {
        RepeatedCalls.Claim claim = exchange.remove(CLAIM);
        if (claim == null) {
            return;
        }
        int status = response.getStatus();
        if (status == TOO_MANY || status == UNAVAILABLE) {
            // It came too early, and was not begun.
            calls.forget(claim);
        } else if (status < BROKEN) {
            calls.keep(claim, response);
        }
        // What broke on our side may have been done before it broke: its key stays taken, without an answer.
    }

    /** With the key in it, which is not kept: nobody can hold a guess at what was sent against it. */
    private static String fingerprint(String key, RoutingContext exchange, byte[] body) {
        MessageDigest digest = Digests.sha256();
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(exchange.request().uri().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(body);
        return Digests.hex(digest);
    }
}
