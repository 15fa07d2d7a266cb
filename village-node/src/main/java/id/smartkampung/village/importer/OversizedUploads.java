package id.smartkampung.village.importer;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an upload that no limit allows end with a page. The server would close the connection while the browser still
 * sends, and the officer would read that the network is broken; so what comes is thrown away, and then the browser is sent to a page.
 */
@ApplicationScoped
class OversizedUploads {

    /** Before the server looks at the size itself. */
    private static final int PRIORITY = 10_000;

    /** Whoever sends more than this is not somebody who took the wrong file. */
    private static final long PATIENCE = 4L << 30;

    private static final String ADDRESS = ImportPage.ADDRESS;

    private final long limit;

    OversizedUploads(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext request) {
        if (!HttpMethod.POST.equals(request.request().method())
                || !ADDRESS.equals(request.normalizedPath())
                || !isOversized(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.next();
            return;
        }
        request.request()
                .handler(dropped -> {})
                .endHandler(end -> request.response()
                        .setStatusCode(Status.SEE_OTHER.getStatusCode())
                        .putHeader(HttpHeaders.LOCATION, ADDRESS + ImportPage.TOO_LARGE)
                        .end());
        request.request().resume();
    }

    private boolean isOversized(String length) {
        try {
            long bytes = length == null ? 0 : Long.parseLong(length);
            return bytes > limit && bytes < PATIENCE;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
