package id.smartkampung.web.login;

import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.error.FullDisk;
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
    private final FullDisk disk;

    SessionIdentityProvider(Sessions sessions, FullDisk disk) {
        this.sessions = sessions;
        this.disk = disk;
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
        if (request.byItself()) {
            return sessions.onlooker(request.token());
        }
        try {
            return sessions.officer(request.token());
        } catch (RuntimeException e) {
            if (!disk.explains(e)) {
                throw e;
            }
            // That somebody is there cannot be written down now; reading goes on all the same.
            return sessions.onlooker(request.token());
        }
    }

    private static SecurityIdentity identity(Officer officer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(officer)
                .addRole(officer.role())
                .build();
    }
}
