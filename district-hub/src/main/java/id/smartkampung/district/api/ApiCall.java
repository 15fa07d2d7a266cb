package id.smartkampung.district.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Tells a call of the interface for programs from that of a page. */
public final class ApiCall {

    /** With what the addresses of the interface begin. */
    public static final String PATH = "/api/v1/";

    /** With what those begin that need neither token nor session. */
    public static final String OPEN = PATH + "open/";

    private static final String BEARER = "bearer ";

    private ApiCall() {}

    /** By the path that the resources are found by: a doubled slash in it opens no second door. */
    public static boolean isOne(RoutingContext request) {
        return request.normalizedPath().startsWith(PATH);
    }

    /** The token that it brings (RFC 6750, 2.1); empty where it brings none. */
    public static Optional<String> token(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
