package id.smartkampung.web.login;

import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Sessions;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up whose session this is, at each request: what was ended is ended at once. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionRequest> {

    private final Sessions sessions;

    SessionIdentityProvider(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> officer(request).map(SessionIdentityProvider::identity).orElse(null));
    }

    private Optional<Officer> officer(SessionRequest request) {
        return request.byItself() ? sessions.onlooker(request.token()) : sessions.officer(request.token());
    }

    private static SecurityIdentity identity(Officer officer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(officer)
                .addRole(officer.role())
                .build();
    }
}
