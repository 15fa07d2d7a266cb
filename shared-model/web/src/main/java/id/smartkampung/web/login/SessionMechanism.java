package id.smartkampung.web.login;

import id.smartkampung.web.WebConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;

/** Knows an officer by the session cookie. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    /** Sent by our script with what a page fetches unasked. */
    private static final String BY_ITSELF = "X-Kampung-Sendiri";

    private final WebConfig config;

    SessionMechanism(WebConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String token = token(request);
        if (token == null || Paths.isPublic(request.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        // a session that has ended is nobody's, which some pages are open to
        return identities
                .authenticate(new SessionRequest(token, isByItself(request)))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(Status.UNAUTHORIZED.getStatusCode(), null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    /** An open page that keeps its figures fresh says nothing about whether somebody still sits before it. */
    private static boolean isByItself(RoutingContext request) {
        String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
        return request.request().getHeader(BY_ITSELF) != null
                || (accepted != null && accepted.startsWith(MediaType.SERVER_SENT_EVENTS));
    }

    /** Null where there is none. */
    String token(RoutingContext request) {
        Cookie cookie = request.request().getCookie(config.cookieName());
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** The cookie lives as long as the browser; how long the session lasts is known here alone. */
    void giveCookie(RoutingContext request, String token) {
        request.response().addCookie(cookie(request, config.cookieName(), token));
    }

    void takeCookie(RoutingContext request) {
        request.response().addCookie(cookie(request, config.cookieName(), "").setMaxAge(0));
    }

    /** Of who has given the password and not yet the code; null where there is none. */
    String step(RoutingContext request) {
        Cookie cookie = request.request().getCookie(stepName());
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    void giveStep(RoutingContext request, String token) {
        request.response().addCookie(cookie(request, stepName(), token));
    }

    void takeStep(RoutingContext request) {
        request.response().addCookie(cookie(request, stepName(), "").setMaxAge(0));
    }

    private String stepName() {
        return config.cookieName() + "-langkah";
    }

    private Cookie cookie(RoutingContext request, String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(request.request().isSSL());
    }
}
