package id.smartkampung.district.api;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Who calls the interface, and for what purpose. */
@RequestScoped
public class Caller {

    /** Attribute of a client's identity: the purposes that it may name. */
    public static final String PURPOSES = "kampung.purposes";

    /** Attribute of a client's identity: how many calls a minute it may make. */
    public static final String CALLS_PER_MINUTE = "kampung.calls-per-minute";

    /** Header with the code of the purpose for which persons are read. */
    public static final String PURPOSE = "Kampung-Purpose";

    private static final int FORBIDDEN = 403;

    private final SecurityIdentity identity;
    private final CurrentAccount account;
    private final RoutingContext request;

    Caller(SecurityIdentity identity, CurrentAccount account, RoutingContext request) {
        this.identity = identity;
        this.account = account;
        this.request = request;
    }

    /** Empty for an official. */
    public Optional<String> client() {
        return Optional.ofNullable(account.client());
    }

    /** Under which name belongs to the caller what is kept for it: a program and an officer may be called the same. */
    public String owner() {
        return client().map(client -> "client/" + client).orElseGet(() -> "account/" + account.username());
    }

    /** Of a client. */
    public int callsPerMinute() {
        return identity.getAttribute(CALLS_PER_MINUTE);
    }

    /**
     * What the call says that persons are read for; empty where it says nothing.
     *
     * @throws RefusedException when it is no purpose of this client
     */
    public String purpose() {
        String purpose = request.request().getHeader(PURPOSE);
        if (purpose == null || purpose.isBlank()) {
            return "";
        }
        List<String> purposes = identity.getAttribute(PURPOSES);
        if (purposes == null || !purposes.contains(purpose)) {
            throw new RefusedException(FORBIDDEN, "api.purpose");
        }
        return purpose;
    }

    /** Whether NIK are shown whole: the scope and a purpose of the client, both. */
    public boolean opens() {
        return !purpose().isEmpty() && identity.hasRole(Scopes.RESIDENTS_NIK);
    }
}
