package id.smartkampung.web.verify;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Strangers may hand in a letter, and nothing larger. */
@ApplicationScoped
class LargeUploads {

    /** Before the body is read. */
    private static final int PRIORITY = 9_000;

    private static final long LARGEST = 20L << 20;

    void register(@Observes Filters filters) {
        filters.register(LargeUploads::refuse, PRIORITY);
    }

    private static void refuse(RoutingContext request) {
        boolean concerned = HttpMethod.POST.equals(request.request().method())
                && request.normalizedPath().startsWith("/v/");
        if (concerned && !isSmall(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.response()
                    .setStatusCode(Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                    .putHeader("Connection", "close")
                    .end();
            return;
        }
        request.next();
    }

    private static boolean isSmall(String length) {
        try {
            return length != null && Long.parseLong(length) <= LARGEST;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
