package id.smartkampung.district.web;

import id.smartkampung.deploy.testsupport.TestAccounts;
import id.smartkampung.deploy.testsupport.TestBrowser;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

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
        Browser browser = new Browser(role + "-" + letters());
        TestAccounts.write(database, browser.username(), role, area);
        browser.login(browser.username(), TestAccounts.PASSWORD);
        return browser;
    }

    /** No digits: a page that names who is logged in is searched for figures that it must not show. */
    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
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
