package id.smartkampung.web.layout;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers as if it were another role's where an account is not bound to this part of the program. */
class FeatureGate {

    /** Parameters within an address ({@code /penduduk;x=1}) lead to the same page as without them. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private final FeatureRights rights;

    FeatureGate(FeatureRights rights) {
        this.rights = rights;
    }

    @ServerRequestFilter
    void check(RoutingContext request) {
        // as it is routed: other ways to write an address lead around nothing
        String path = PARAMETERS.matcher(request.normalizedPath()).replaceAll("");
        if (!rights.admits(path)) {
            throw new ForbiddenException("not one of the parts of the program this account is bound to");
        }
    }
}
