package id.smartkampung.district.open;

import id.smartkampung.district.api.ApiCall;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets the pages of others read what is open (Fetch, CORS), and caches in between keep it for a while: so it is the same
 * for whoever asks, and holds nothing that is for one caller.
 */
@Singleton
class OpenAnswers {

    private static final String ANYBODY = "*";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final int BAD_REQUEST = 400;

    /** When the others have added what is theirs. */
    private static final int LAST = 1;

    @ServerResponseFilter(priority = LAST)
    void open(ContainerResponseContext response, RoutingContext exchange) {
        if (!exchange.normalizedPath().startsWith(ApiCall.OPEN)) {
            return;
        }
        for (Cookie cookie : List.copyOf(exchange.request().cookies())) {
            exchange.response().removeCookies(cookie.getName(), false);
        }
        response.getHeaders().remove(HttpHeaders.VARY);
        response.getHeaders().putSingle("Access-Control-Allow-Origin", ANYBODY);
        if (response.getStatus() < BAD_REQUEST) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR);
        }
    }
}
