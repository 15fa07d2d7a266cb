package id.smartkampung.district.api;

import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What officials may on the interface, in the words in which clients may it; whole NIK they open on a page. */
@ApplicationScoped
class OfficialScopes implements SecurityIdentityAugmentor {

    private static final List<String> SERVE_AT_MALL = List.of(Roles.MPP, Roles.ADMIN);

    static final List<String> SEE_PERSONS = List.of(Roles.DUKCAPIL, Roles.INSPEKTORAT, Roles.ADMIN);

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof Officer officer)) {
            return Uni.createFrom().item(identity);
        }
        QuarkusSecurityIdentity.Builder official = QuarkusSecurityIdentity.builder(identity)
                .addRole(Scopes.STATISTICS)
                .addRole(Scopes.REQUESTS);
        if (SEE_PERSONS.contains(officer.role())) {
            official.addRole(Scopes.RESIDENTS_MIN);
        }
        if (SERVE_AT_MALL.contains(officer.role())) {
            official.addRole(Scopes.REQUESTS_MAKE);
        }
        return Uni.createFrom().item(official.build());
    }
}
