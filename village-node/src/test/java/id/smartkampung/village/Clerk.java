package id.smartkampung.village;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.deploy.testsupport.TestBrowser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.util.UUID;

/** Somebody of the village office in front of a browser without scripts. */
public final class Clerk extends TestBrowser {

    private Clerk() {}

    /** Logged in with a new account of this role. */
    public static Clerk as(String role) {
        AgroalDataSource store =
                Arc.container().instance(AgroalDataSource.class).get();
        return TestAccounts.loggedIn(new Clerk(), store, "uji-" + role + "-" + UUID.randomUUID(), role);
    }
}
