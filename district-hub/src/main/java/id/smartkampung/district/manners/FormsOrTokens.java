package id.smartkampung.district.manners;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
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

    private static final String INTERFACE = "/api/v1/";
    private static final int BAD_REQUEST = 400;
    private static final String BEARER = "bearer ";

    private final String formToken;

    FormsOrTokens(
            @ConfigProperty(name = "quarkus.rest-csrf.token-header-name", defaultValue = "X-CSRF-TOKEN")
                    String formToken) {
        this.formToken = formToken;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuse(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST") || isChecked(request)) {
            return Optional.empty();
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean bears = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bears || request.getHeaderString(formToken) != null
                ? Optional.empty()
                : Optional.of(Response.status(BAD_REQUEST).build());
    }

    private static boolean isChecked(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null) {
            return false;
        }
        // A page knows forms only.
        boolean ofTheInterface = request.getUriInfo().getRequestUri().getPath().startsWith(INTERFACE);
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                || (ofTheInterface && MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }
}
