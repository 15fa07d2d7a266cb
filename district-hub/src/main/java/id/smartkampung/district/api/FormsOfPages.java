package id.smartkampung.district.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Pages change something by their forms only, whose token is checked. Calls of the interface carry JSON instead, which no
 * other site can make a browser send, and so need no token.
 */
class FormsOfPages {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String API = "/api/";

    @ServerRequestFilter
    Optional<Response> require(ContainerRequestContext request) {
        boolean changes = !SAFE.contains(request.getMethod());
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
        if (!changes || path.startsWith(API) || isForm(request.getMediaType())) {
            return Optional.empty();
        }
        return Optional.of(Response.status(Response.Status.BAD_REQUEST).build());
    }

    private static boolean isForm(MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    }
}
