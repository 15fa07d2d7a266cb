package id.smartkampung.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with a phone, at a server of an office, where the code is asked for behind the password. */
abstract class AskedForCode {

    private static final Pattern PAPER = Pattern.compile("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>");

    /** A server of an office, where the code is asked for. */
    public static class Asked implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kampung.web.second-factor", "true");
        }
    }

    @Inject
    MovingClock moving;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource store;

    final String name = "c" + UUID.randomUUID().toString().substring(0, 12);
    final TestBrowser browser = new TestBrowser();
    Phone phone;

    @BeforeEach
    void anAccountExistsAndNobodyIsBraked() {
        moving.passes(Duration.ofHours(25));
        Accounts.anAccount(name, Roles.KADES);
    }

    Response setUp() {
        browser.login(name, Accounts.PASSWORD);
        phone = Phone.of(browser.get("/masuk/kode").asString(), clock);
        Response answer = browser.post("/masuk/kode", "kode", phone.code());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** Another window, behind the password. */
    TestBrowser browserAtTheCode() {
        TestBrowser window = new TestBrowser();
        window.login(name, Accounts.PASSWORD);
        window.get("/masuk/kode");
        return window;
    }

    Response enter(String field, String code) {
        return browserAtTheCode().post("/masuk/kode", field, code);
    }

    static List<String> codes(Response answer) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = PAPER.matcher(answer.asString());
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    UUID id(String username) {
        return UUID.fromString(text("select id::text from account where username = '" + username + "'"));
    }

    String trail() {
        return text(
                "select coalesce(string_agg(action, ' '), '') from audit_entry where subject = 'account/" + name + "'");
    }

    String text(String query) {
        try (Connection connection = store.getConnection();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
