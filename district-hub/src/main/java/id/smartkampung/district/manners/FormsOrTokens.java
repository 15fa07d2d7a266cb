package id.smartkampung.district.manners;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what would change something and is neither a form with our token nor of a program with its own: no other site
 * can make a browser send either (CSRF).
 */
@Singleton
class FormsOrTokens {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
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
        if (SAFE.contains(request.getMethod()) || isForm(request.getMediaType())) {
            return Optional.empty();
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean bears = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bears || request.getHeaderString(formToken) != null
                ? Optional.empty()
                : Optional.of(Response.status(BAD_REQUEST).build());
    }

    private static boolean isForm(MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    }
}
