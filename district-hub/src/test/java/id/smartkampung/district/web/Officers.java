package id.smartkampung.district.web;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Officers of the kabupaten, each logged in as in a browser. */
@ApplicationScoped
public class Officers {

    private static final String PASSWORD = "kata-sandi-untuk-uji";
    private static final int CHEAP = 4;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

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
        String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into account (id, username, display_name, role, area, password_hash, created_at)
                        values (?, ?, ?, ?, ?, ?, now())
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, username);
            insert.setString(3, "Pejabat Uji");
            insert.setString(4, role);
            insert.setString(5, area);
            insert.setString(6, BcryptUtil.bcryptHash(PASSWORD, CHEAP));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("an account for the test", e);
        }
        Browser browser = new Browser(username);
        browser.get("/masuk");
        browser.post("/masuk", "nama", username, "sandi", PASSWORD);
        return browser;
    }

    /** Keeps cookies and sends forms with their token. */
    public static final class Browser {

        private final String username;
        private final Map<String, String> cookies = new HashMap<>();
        private String token = "";

        private Browser(String username) {
            this.username = username;
        }

        public String username() {
            return username;
        }

        public Map<String, String> cookies() {
            return Map.copyOf(cookies);
        }

        public RequestSpecification asks() {
            return given().redirects().follow(false).cookies(cookies);
        }

        public Response get(String path) {
            return kept(asks().urlEncodingEnabled(false).get(path));
        }

        public Response post(String path, String... form) {
            RequestSpecification request = asks().formParam("csrf-token", token);
            for (int i = 0; i < form.length; i += 2) {
                request.formParam(form[i], form[i + 1]);
            }
            return kept(request.post(path));
        }

        private Response kept(Response response) {
            response.cookies().forEach(cookies::put);
            Matcher matcher = TOKEN.matcher(response.asString());
            if (matcher.find()) {
                token = matcher.group(1);
            }
            return response;
        }
    }
}
