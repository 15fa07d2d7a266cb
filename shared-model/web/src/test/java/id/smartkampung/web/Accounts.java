package id.smartkampung.web;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.deploy.testsupport.TestBrowser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;

/** Accounts for tests. */
public final class Accounts {

    public static final String PASSWORD = TestAccounts.PASSWORD;

    private Accounts() {}

    public static void anAccount(String username, String role) {
        TestAccounts.write(store(), username, role, null);
    }

    public static TestBrowser loggedIn(String username, String role) {
        return TestAccounts.loggedIn(new TestBrowser(), store(), username, role);
    }

    private static AgroalDataSource store() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }
}
