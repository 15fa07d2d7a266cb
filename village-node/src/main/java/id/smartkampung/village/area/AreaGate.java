package id.smartkampung.village.area;

import id.smartkampung.web.account.CurrentAccount;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Binds a request to the parts of the village that its account may see, before anything is read for it. */
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
            account.officer().ifPresent(officer -> scope.bind(officer.bounds().areas()));
        }
    }
}
