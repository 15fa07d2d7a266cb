package id.smartkampung.district.manners;

import id.smartkampung.district.api.ApiCall;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site could make a browser send to change something (CSRF): a form carries our token, a program
 * its own, and for JSON, DELETE and the like a browser asks us first, which we do not grant (Fetch, CORS).
 */
@Singleton
class FormsOrTokens {

    private static final int BAD_REQUEST = 400;

    private final String formToken;

    FormsOrTokens(
            @ConfigProperty(name = "quarkus.rest-csrf.token-header-name", defaultValue = "X-CSRF-TOKEN")
                    String formToken) {
        this.formToken = formToken;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuse(ContainerRequestContext request, RoutingContext exchange) {
        if (!request.getMethod().equals("POST") || isChecked(request.getMediaType(), exchange)) {
            return Optional.empty();
        }
        return ApiCall.token(exchange).isPresent() || request.getHeaderString(formToken) != null
                ? Optional.empty()
                : Optional.of(Response.status(BAD_REQUEST).build());
    }

    private static boolean isChecked(MediaType type, RoutingContext exchange) {
        if (type == null) {
            return false;
        }
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                // A page knows forms only.
                || (ApiCall.isOne(exchange) && MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }
}
