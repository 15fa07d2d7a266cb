package id.smartkampung.web;

import id.smartkampung.web.account.Account;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;

/** Accounts for tests. */
public final class Accounts {

    public static final String PASSWORD = "kata sandi uji coba";

    private Accounts() {}

    public static Account anAccount(String username, String role) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account account = new Account();
            account.username = username;
            account.displayName = "Nama " + username;
            account.role = role;
            account.passwordHash = BcryptUtil.bcryptHash(PASSWORD, 4);
            account.createdAt = Instant.EPOCH;
            account.persist();
            return account;
        });
    }

    public static Browser loggedIn(String username, String role) {
        anAccount(username, role);
        Browser browser = new Browser();
        browser.login(username, PASSWORD);
        return browser;
    }
}
