package id.smartkampung.district.client;

import id.smartkampung.district.api.Caller;
import id.smartkampung.web.account.CurrentAccount;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;

/** Looks up whose token this is, at each call: what was revoked is refused at once. */
@ApplicationScoped
class ClientIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final ClientQueries clients;

    ClientIdentityProvider(ClientQueries clients) {
        this.clients = clients;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> clients.holder(request.getToken().getToken())
                .map(ClientIdentityProvider::identity)
                .orElse(null));
    }

    private static SecurityIdentity identity(ClientQueries.Holder holder) {
        Client client = holder.client();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(client.subject()))
                .addRoles(new HashSet<>(holder.scopes()))
                .addAttribute(CurrentAccount.AREAS, client.areas())
                .addAttribute(CurrentAccount.CLIENT, client.id())
                .addAttribute(Caller.PURPOSES, client.purposes())
                .addAttribute(Caller.CALLS_PER_MINUTE, client.callsPerMinute())
                .build();
    }
}
