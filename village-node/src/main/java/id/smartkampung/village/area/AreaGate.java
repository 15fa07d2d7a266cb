package id.smartkampung.village.area;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Binds a request to what its account may see of the village, before anything is read for it. */
class AreaGate {

    private static final int BEFORE_ALL_OTHERS = 0;

    /** Whether a letter is genuine is told to everybody who holds it, without a name. */
    private static final String VERIFICATION = "/v/";

    private final CurrentAccount account;
    private final AreaScope scope;

    AreaGate(CurrentAccount account, AreaScope scope) {
        this.account = account;
        this.scope = scope;
    }

    @ServerRequestFilter(priority = BEFORE_ALL_OTHERS)
    void bind(RoutingContext request) {
        if (!request.normalizedPath().startsWith(VERIFICATION)) {
            account.officer().flatMap(AreaGate::sight).ifPresent(scope::bind);
        }
    }

    /** Empty for all there is. */
    private static Optional<AreaScope.Sight> sight(Officer officer) {
        UUID viewer = Roles.OPERATOR.equals(officer.role()) ? officer.id() : null;
        String areas = officer.bounds().areas();
        return viewer == null && areas == null ? Optional.empty() : Optional.of(new AreaScope.Sight(areas, viewer));
    }
}
