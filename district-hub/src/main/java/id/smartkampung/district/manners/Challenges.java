package id.smartkampung.district.manners;

import id.smartkampung.district.api.ApiCall;
import id.smartkampung.web.error.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says to a program that was refused what it lacks (RFC 6750, 3), and where it is explained. */
@Singleton
class Challenges {

    private static final String REALM = "Bearer realm=\"smart-kampung\"";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @ServerResponseFilter
    void challenge(ContainerResponseContext response, RoutingContext request) {
        if (!ApiCall.isOne(request)) {
            return;
        }
        boolean bears = request.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (response.getStatus() == UNAUTHORIZED) {
            say(response, bears ? REALM + ", error=\"invalid_token\"" : REALM);
        } else if (response.getStatus() == FORBIDDEN && bears) {
            say(response, REALM + ", error=\"insufficient_scope\"");
        }
        if (response.getEntity() instanceof Problem problem) {
            String page = problem.code().orElse(String.valueOf(problem.status()));
            if (ProblemPage.KINDS.contains(page)) {
                response.getHeaders().add(HttpHeaders.LINK, "</masalah/" + page + ">; rel=\"help\"");
            }
        }
    }

    private static void say(ContainerResponseContext response, String challenge) {
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
