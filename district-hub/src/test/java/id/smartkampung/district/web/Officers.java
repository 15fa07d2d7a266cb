package id.smartkampung.district.web;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.deploy.testsupport.TestBrowser;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Officers of the kabupaten, each logged in as in a browser. */
@ApplicationScoped
public class Officers {

    private final AgroalDataSource database;
    private final Map<String, Browser> loggedIn = new ConcurrentHashMap<>();

    Officers(AgroalDataSource database) {
        this.database = database;
    }

    public Browser a(String role) {
        return loggedIn.computeIfAbsent(role, some -> login(some, null));
    }

    public Browser aCamatOf(String kecamatan) {
        return loggedIn.computeIfAbsent("camat " + kecamatan, some -> login("camat", kecamatan));
    }

    private Browser login(String role, String area) {
        Browser browser = new Browser(role + "-" + UUID.randomUUID().toString().substring(0, 8));
        TestAccounts.write(database, browser.username(), role, area);
        browser.login(browser.username(), TestAccounts.PASSWORD);
        return browser;
    }

    /** One of them, and what they are called in the trail. */
    public static final class Browser extends TestBrowser {

        private final String username;

        private Browser(String username) {
            this.username = username;
        }

        public String username() {
            return username;
        }
    }
}
